-- No two active technicians of a desk have the same account. published_account is the account that is
-- published for a technician: null while the technician is inactive, and while another technician of
-- the desk has the account, which is a conflict. Triggers keep it, whichever client changes a mapping or a
-- technician.
alter table mapping add column published_account uuid;

-- Row-level security would hide every row from an owner who is no superuser.
alter table technician no force row level security;
alter table mapping no force row level security;
alter table mark no force row level security;
alter table audit_entry no force row level security;

-- Of technicians who have one account already, the one who was mapped by hand first keeps it, else
-- the one who was mapped first. The others are conflicts: they are audited, and what was published
-- of them is removed. Of all others nothing is published again.
alter table mapping disable trigger mark_mapping;
with claim as (
    select m.service_desk_id, m.technician_id, m.microsoft_user_id,
           row_number() over (partition by m.service_desk_id, m.microsoft_user_id
               order by (m.origin = 'MANUAL') desc, m.updated_at, m.technician_id) as place
    from mapping m join technician t using (service_desk_id, technician_id)
    where t.active),
published as (
    update mapping m set published_account = c.microsoft_user_id from claim c
    where c.place = 1
      and m.service_desk_id = c.service_desk_id and m.technician_id = c.technician_id),
marked as (
    insert into mark (service_desk_id, kind, technician_id, due_at)
    select service_desk_id, 'MAPPING', technician_id, now() from claim where place > 1
    on conflict (service_desk_id, kind, technician_id)
        do update set version = nextval('mark_version'), due_at = now())
insert into audit_entry (service_desk_id, at, actor, action, technician_id, details)
select service_desk_id, now(), 'system', 'mapping.conflict', technician_id,
       jsonb_build_object('microsoftUserId', microsoft_user_id)
from claim where place > 1;
alter table mapping enable trigger mark_mapping;

alter table technician force row level security;
alter table mapping force row level security;
alter table mark force row level security;
alter table audit_entry force row level security;

create unique index mapping_published_account on mapping (service_desk_id, published_account);

create function publish_account() returns trigger
    language plpgsql as
$$
begin
    new.published_account := case
        when exists (select from technician t
                where t.service_desk_id = new.service_desk_id
                  and t.technician_id = new.technician_id and t.active)
            and not exists (select from mapping m
                where m.service_desk_id = new.service_desk_id
                  and m.published_account = new.microsoft_user_id
                  and m.technician_id <> new.technician_id)
        then new.microsoft_user_id end;
    return new;
end
$$;

-- An account that a technician no longer has goes to an active one who waits for it: the one who was
-- mapped by hand first, else the one who was mapped first.
create function pass_on_account() returns trigger
    language plpgsql as
$$
begin
    update mapping m set microsoft_user_id = m.microsoft_user_id
    where m.service_desk_id = old.service_desk_id
      and m.technician_id = (
          select w.technician_id from mapping w join technician t using (service_desk_id, technician_id)
          where w.service_desk_id = old.service_desk_id
            and w.microsoft_user_id = old.published_account
            and w.published_account is null and t.active
          order by (w.origin = 'MANUAL') desc, w.updated_at, w.technician_id
          limit 1);
    return null;
end
$$;

create function publish_account_of_technician() returns trigger
    language plpgsql as
$$
begin
    update mapping m set microsoft_user_id = m.microsoft_user_id
    where m.service_desk_id = new.service_desk_id and m.technician_id = new.technician_id;
    return null;
end
$$;

create trigger publish_account before insert or update of microsoft_user_id on mapping
    for each row execute function publish_account();
create trigger pass_on_account_of_changed after update of microsoft_user_id on mapping
    for each row when (old.published_account is not null
        and old.published_account is distinct from new.published_account)
    execute function pass_on_account();
create trigger pass_on_account_of_removed after delete on mapping
    for each row when (old.published_account is not null)
    execute function pass_on_account();
create trigger publish_account_of_technician after update of active on technician
    for each row when (old.active is distinct from new.active)
    execute function publish_account_of_technician();
