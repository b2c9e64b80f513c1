-- What was published of a desk has to be taken back when the desk is deleted, and a mark is what
-- says so. So marks outlive their desk, until the relay has published that there is nothing any
-- more; deleting the desk's connection and mappings makes them, as ever.
alter table mark drop constraint mark_service_desk_id_fkey;

-- Nothing is checked of a desk that is gone.
create function end_daily_round() returns trigger
    language plpgsql as
$$
begin
    delete from mark where service_desk_id = old.service_desk_id and kind = 'CHECK';
    return null;
end
$$;

create trigger end_daily_round after delete on service_desk
    for each row execute function end_daily_round();
