-- A technician who never uses Teams: neither matched nor published, as an inactive one, until that is
-- undone. The mapping stays as it is.
alter table technician add column ignored boolean not null default false;

-- Technicians that a run left out because they are ignored.
alter table auto_map_outcome drop constraint auto_map_outcome_outcome_check;
alter table auto_map_outcome add constraint auto_map_outcome_outcome_check
    check (outcome in ('MATCHED', 'UNMATCHED', 'CONFLICT', 'CLEARED', 'HELD_BACK', 'KEPT_MANUAL',
        'IGNORED'));

create or replace function publish_account() returns trigger
    language plpgsql as
$$
begin
    new.published_account := case
        when exists (select from technician t
                where t.service_desk_id = new.service_desk_id
                  and t.technician_id = new.technician_id and t.active and not t.ignored)
            and not exists (select from mapping m
                where m.service_desk_id = new.service_desk_id
                  and m.published_account = new.microsoft_user_id
                  and m.technician_id <> new.technician_id)
        then new.microsoft_user_id end;
    return new;
end
$$;

create or replace function pass_on_account() returns trigger
    language plpgsql as
$$
begin
    update mapping m set microsoft_user_id = m.microsoft_user_id
    where m.service_desk_id = old.service_desk_id
      and m.technician_id = (
          select w.technician_id from mapping w join technician t using (service_desk_id, technician_id)
          where w.service_desk_id = old.service_desk_id
            and w.microsoft_user_id = old.published_account
            and w.published_account is null and t.active and not t.ignored
          order by (w.origin = 'MANUAL') desc, w.updated_at, w.technician_id
          limit 1);
    return null;
end
$$;

create or replace trigger mark_mapping_of_technician after update of active, ignored on technician
    for each row when ((old.active, old.ignored) is distinct from (new.active, new.ignored))
    execute function mark_mapping();
create or replace trigger publish_account_of_technician after update of active, ignored on technician
    for each row when ((old.active, old.ignored) is distinct from (new.active, new.ignored))
    execute function publish_account_of_technician();
