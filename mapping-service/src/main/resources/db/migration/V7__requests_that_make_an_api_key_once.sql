-- Requests that made an API key and may be repeated with the same Idempotency-Key, for 24 hours. No
-- secret is kept: that of the key that was made is derived from the secret of the calling key, which
-- a repeat presents again, and the salt.
create table api_key_request (
    service_desk_id service_desk_id not null references service_desk on delete cascade,
    calling_key_id  uuid            not null references api_key on delete cascade,
    -- SHA-256 of the Idempotency-Key
    key_hash        bytea           not null check (length(key_hash) = 32),
    -- SHA-256 of what was asked for
    request_hash    bytea           not null check (length(request_hash) = 32),
    salt            bytea           not null check (length(salt) = 32),
    made_key_id     uuid            not null references api_key on delete cascade,
    created_at      timestamptz     not null,
    primary key (service_desk_id, calling_key_id, key_hash)
);
create index on api_key_request (calling_key_id);
create index on api_key_request (made_key_id);

alter table api_key_request enable row level security;
alter table api_key_request force row level security;
create policy own_service_desk on api_key_request using (service_desk_id =
    current_setting('teams_availability.service_desk', true));
grant select, insert, delete on api_key_request to teams_availability_service;
