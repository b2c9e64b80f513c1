-- Ids of technicians lose the white space around them, which no longer gets in. Of two that become
-- one the newer row stays, of technicians and of mappings. The old keys are marked, so that what was
-- published under them is removed; an id of white space alone goes.

-- Row-level security would hide every row from an owner who is no superuser.
alter table technician no force row level security;
alter table mapping no force row level security;
alter table mark no force row level security;
alter table audit_entry no force row level security;
alter table auto_map_outcome no force row level security;

-- Unicode's white space; control characters were never in an id.
create function trimmed_id(id text) returns text
    language sql immutable as
$$
select btrim(id, U&'\0020\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\2028\2029\202F\205F\3000')
$$;

insert into audit_entry (service_desk_id, at, actor, action, technician_id)
select distinct service_desk_id, now(), 'system', 'technician.id-trimmed', trimmed_id(technician_id)
from technician
where technician_id <> trimmed_id(technician_id) and trimmed_id(technician_id) <> '';
update audit_entry set technician_id = trimmed_id(technician_id)
where technician_id <> trimmed_id(technician_id) and trimmed_id(technician_id) <> '';

insert into technician (service_desk_id, technician_id, display_name, email, active, updated_at)
select distinct on (t.service_desk_id, trimmed_id(t.technician_id))
    t.service_desk_id, trimmed_id(t.technician_id), t.display_name, t.email, t.active, t.updated_at
from technician t
where trimmed_id(t.technician_id) <> ''
  and exists (select from technician o
      where o.service_desk_id = t.service_desk_id and o.technician_id <> trimmed_id(o.technician_id)
        and trimmed_id(o.technician_id) = trimmed_id(t.technician_id))
order by t.service_desk_id, trimmed_id(t.technician_id), t.updated_at desc,
    (t.technician_id = trimmed_id(t.technician_id)) desc, t.technician_id
on conflict (service_desk_id, technician_id) do update
    set display_name = excluded.display_name, email = excluded.email, active = excluded.active,
        updated_at = excluded.updated_at;

insert into mapping (service_desk_id, technician_id, microsoft_tenant_id, microsoft_user_id,
    user_principal_name, origin, account_state, version, updated_at)
select distinct on (m.service_desk_id, trimmed_id(m.technician_id))
    m.service_desk_id, trimmed_id(m.technician_id), m.microsoft_tenant_id, m.microsoft_user_id,
    m.user_principal_name, m.origin, m.account_state, m.version, m.updated_at
from mapping m
where trimmed_id(m.technician_id) <> ''
  and exists (select from mapping o
      where o.service_desk_id = m.service_desk_id and o.technician_id <> trimmed_id(o.technician_id)
        and trimmed_id(o.technician_id) = trimmed_id(m.technician_id))
order by m.service_desk_id, trimmed_id(m.technician_id), m.updated_at desc,
    (m.technician_id = trimmed_id(m.technician_id)) desc, m.technician_id
on conflict (service_desk_id, technician_id) do update
    set microsoft_tenant_id = excluded.microsoft_tenant_id,
        microsoft_user_id = excluded.microsoft_user_id,
        user_principal_name = excluded.user_principal_name, origin = excluded.origin,
        account_state = excluded.account_state, version = mapping.version + 1,
        updated_at = excluded.updated_at;

insert into mark (service_desk_id, kind, technician_id, due_at)
select service_desk_id, 'MAPPING', technician_id, now() from technician
where technician_id <> trimmed_id(technician_id)
on conflict (service_desk_id, kind, technician_id)
    do update set version = nextval('mark_version'), due_at = now();

delete from technician where technician_id <> trimmed_id(technician_id);

drop function trimmed_id(text);

alter table technician force row level security;
alter table mapping force row level security;
alter table mark force row level security;
alter table audit_entry force row level security;
alter table auto_map_outcome force row level security;
