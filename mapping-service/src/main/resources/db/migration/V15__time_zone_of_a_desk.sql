-- The time zone in which people of the desk are shown times: an id of the IANA time zone database.
alter table service_desk add column time_zone text not null default 'UTC'
    check (char_length(time_zone) between 1 and 64);
