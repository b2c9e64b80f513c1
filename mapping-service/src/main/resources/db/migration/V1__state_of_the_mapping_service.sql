-- The only state of the product. Every table with a service desk has row-level security: a
-- transaction sees the rows of the desk it names with
--   set local teams_availability.service_desk = '…'
-- and no rows where it names none.

-- Three roles: whoever runs this owns the tables, the service reads and writes rows of one desk at
-- a time, and three functions find out which desk something belongs to.
do $$
begin
    if not exists (select from pg_roles where rolname = 'teams_availability_service') then
        create role teams_availability_service nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'teams_availability_functions') then
        create role teams_availability_functions nologin;
    end if;
    execute format('grant teams_availability_service, teams_availability_functions to %I', current_user);
end
$$;

grant usage on schema public to teams_availability_service, teams_availability_functions;

create domain service_desk_id as text
    check (char_length(value) between 1 and 200 and value !~ '[/[:cntrl:]]');
create domain technician_id as text
    check (char_length(value) between 1 and 200 and value !~ '[/[:cntrl:]]');

create table service_desk (
    service_desk_id service_desk_id primary key,
    -- keys the hashes that stand in the audit for technicians who were erased
    audit_key       bytea       not null,
    -- whether a full auto-map runs once a day
    daily_auto_map  boolean     not null default false,
    created_at      timestamptz not null
);

create table connection (
    service_desk_id     service_desk_id primary key references service_desk on delete cascade,
    microsoft_tenant_id uuid unique,
    cloud               text        not null
        check (cloud in ('GLOBAL', 'US_GOV_L4', 'US_GOV_L5', 'CHINA')),
    consent             text        not null check (consent in ('PENDING', 'GRANTED', 'REVOKED')),
    -- permissions that the last token had
    permissions         text[]      not null default '{}',
    checked_at          timestamptz,
    updated_at          timestamptz not null,
    check (consent = 'PENDING' or microsoft_tenant_id is not null)
);

create table consent_request (
    consent_request_id  uuid primary key,
    service_desk_id     service_desk_id not null references service_desk on delete cascade,
    -- SHA-256 of the state; each step of the flow has a state of its own
    state_hash          bytea       not null unique check (length(state_hash) = 32),
    step                text        not null check (step in ('CONSENT', 'SIGN_IN', 'CONFIRM')),
    cloud               text        not null,
    microsoft_tenant_id uuid,
    nonce               text,
    code_verifier       text,
    -- who asked for the consent page
    requested_by        text        not null,
    -- who signed in, where the step is CONFIRM
    administrator_id    uuid,
    created_at          timestamptz not null,
    expires_at          timestamptz not null,
    used_at             timestamptz
);
create index on consent_request (service_desk_id);
create index on consent_request (expires_at);

create table technician (
    service_desk_id service_desk_id not null references service_desk on delete cascade,
    technician_id   technician_id   not null,
    display_name    text            not null check (char_length(display_name) <= 200),
    email           text check (char_length(email) <= 320),
    active          boolean         not null default true,
    updated_at      timestamptz     not null,
    primary key (service_desk_id, technician_id)
);

create table mapping (
    service_desk_id     service_desk_id not null,
    technician_id       technician_id   not null,
    microsoft_tenant_id uuid            not null,
    microsoft_user_id   uuid            not null,
    user_principal_name text            not null check (char_length(user_principal_name) <= 1024),
    origin              text            not null check (origin in ('AUTO_MAPPED', 'MANUAL')),
    -- as the last run saw the account
    account_state       text            not null default 'OK'
        check (account_state in ('OK', 'DISABLED', 'GONE')),
    version             bigint          not null default 1,
    updated_at          timestamptz     not null,
    primary key (service_desk_id, technician_id),
    foreign key (service_desk_id, technician_id) references technician on delete cascade
);
create index on mapping (service_desk_id, microsoft_user_id);

create table api_key (
    api_key_id      uuid primary key,
    service_desk_id service_desk_id not null references service_desk on delete cascade,
    name            text        not null check (char_length(name) between 1 and 100),
    -- SHA-256 of the key, which is shown once and not kept
    key_hash        bytea       not null unique check (length(key_hash) = 32),
    scopes          text[]      not null check (scopes <@ array ['read', 'write']),
    created_at      timestamptz not null,
    -- set by a rotation: the old key ends 24 h later
    expires_at      timestamptz,
    revoked_at      timestamptz
);
create index on api_key (service_desk_id);

-- What is due, at most one row a thing; the row says that, never what. MAPPING and CONNECTION are
-- to be published; CHECK, one a desk, is its daily round.
create sequence mark_version;
create table mark (
    service_desk_id service_desk_id not null references service_desk on delete cascade,
    kind            text        not null check (kind in ('MAPPING', 'CONNECTION', 'CHECK')),
    technician_id   text        not null default '',
    version         bigint      not null default nextval('mark_version'),
    due_at          timestamptz not null,
    primary key (service_desk_id, kind, technician_id)
);
create index on mark (due_at, version);

create table audit_entry (
    audit_entry_id  bigint generated always as identity primary key,
    service_desk_id service_desk_id not null references service_desk on delete cascade,
    at              timestamptz not null,
    -- "key:<id>", "console:<user>", "consent:<account id>", "psa", "operator" or "system"
    actor           text        not null,
    action          text        not null,
    -- the technician concerned, or its keyed hash ("erased:…") once it was erased
    technician_id   text,
    details         jsonb       not null default '{}'
);
create index on audit_entry (service_desk_id, audit_entry_id);
create index on audit_entry (service_desk_id, technician_id);

create table auto_map_run (
    run_id          uuid primary key,
    service_desk_id service_desk_id not null references service_desk on delete cascade,
    state           text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    scope           text        not null check (scope in ('FULL', 'TEAMS')),
    team_ids        uuid[]      not null default '{}',
    dry_run         boolean     not null,
    -- whether every team and every page was read, with names
    complete        boolean     not null default false,
    teams_done      int         not null default 0,
    teams_total     int         not null default 0,
    -- a problem's type and title where it failed
    failure         jsonb,
    -- renewed while it runs: a run whose process died is over when this is past
    alive_until     timestamptz not null,
    started_at      timestamptz not null,
    finished_at     timestamptz
);
create unique index one_run_at_a_time on auto_map_run (service_desk_id) where state = 'RUNNING';
create index on auto_map_run (service_desk_id, started_at);

create table auto_map_outcome (
    run_id              uuid            not null references auto_map_run on delete cascade,
    service_desk_id     service_desk_id not null references service_desk on delete cascade,
    technician_id       technician_id   not null,
    outcome             text            not null
        check (outcome in ('MATCHED', 'UNMATCHED', 'CONFLICT', 'CLEARED', 'KEPT_MANUAL')),
    matched_by          text check (matched_by in ('MAIL', 'UPN')),
    why                 text,
    microsoft_user_id   uuid,
    user_principal_name text,
    flags               text[]          not null default '{}',
    -- technicians and accounts of one conflict have the same number
    conflict            int,
    conflict_user_ids   uuid[]          not null default '{}',
    primary key (run_id, technician_id),
    foreign key (service_desk_id, technician_id) references technician on delete cascade
);
create index on auto_map_outcome (service_desk_id, technician_id);

-- Marks: a change of what is published marks its key in the same transaction, whoever makes it.
-- The advisory lock of the desk (class 1) is shared by changes of mappings and held alone by a
-- change of tenant: else that one could miss a mapping whose transaction is still open, and nobody
-- would publish it again.
create function mark_mapping() returns trigger
    language plpgsql as
$$
begin
    perform pg_advisory_xact_lock_shared(
            1, hashtext(coalesce(new.service_desk_id, old.service_desk_id)));
    insert into mark (service_desk_id, kind, technician_id, due_at)
    values (coalesce(new.service_desk_id, old.service_desk_id), 'MAPPING',
            coalesce(new.technician_id, old.technician_id), now())
    on conflict (service_desk_id, kind, technician_id)
        do update set version = nextval('mark_version'), due_at = now();
    return null;
end
$$;

create function mark_connection() returns trigger
    language plpgsql as
$$
begin
    insert into mark (service_desk_id, kind, technician_id, due_at)
    values (coalesce(new.service_desk_id, old.service_desk_id), 'CONNECTION', '', now())
    on conflict (service_desk_id, kind, technician_id)
        do update set version = nextval('mark_version'), due_at = now();
    -- mappings are published only while their tenant is the connected one
    if tg_op <> 'UPDATE' or old.microsoft_tenant_id is distinct from new.microsoft_tenant_id then
        perform pg_advisory_xact_lock(
                1, hashtext(coalesce(new.service_desk_id, old.service_desk_id)));
        insert into mark (service_desk_id, kind, technician_id, due_at)
        select m.service_desk_id, 'MAPPING', m.technician_id, now() from mapping m
        where m.service_desk_id = coalesce(new.service_desk_id, old.service_desk_id)
        on conflict (service_desk_id, kind, technician_id)
            do update set version = nextval('mark_version'), due_at = now();
    end if;
    return null;
end
$$;

create trigger mark_mapping after insert or update or delete on mapping
    for each row execute function mark_mapping();
-- an inactive technician's mapping is not published
create trigger mark_mapping_of_technician after update of active on technician
    for each row when (old.active is distinct from new.active) execute function mark_mapping();
-- what a check saw is not published, only what it changed
create trigger mark_connection
    after insert or update of microsoft_tenant_id, cloud, consent or delete on connection
    for each row execute function mark_connection();

-- Row-level security, for the owner as well.
do $$
declare
    name text;
begin
    foreach name in array array ['service_desk', 'connection', 'consent_request', 'technician',
        'mapping', 'api_key', 'mark', 'audit_entry', 'auto_map_run', 'auto_map_outcome']
        loop
            execute format('alter table %I enable row level security', name);
            execute format('alter table %I force row level security', name);
            execute format(
                    'create policy own_service_desk on %I using (service_desk_id = '
                        'current_setting(''teams_availability.service_desk'', true))', name);
        end loop;
end
$$;

grant select, insert, update, delete on service_desk, connection, consent_request, technician,
    mapping, api_key, mark, auto_map_run, auto_map_outcome to teams_availability_service;
-- the audit only grows; an erasure takes the technician's id out of it
grant select, insert on audit_entry to teams_availability_service;
grant update (technician_id, details) on audit_entry to teams_availability_service;
grant usage on sequence mark_version to teams_availability_service;

-- Three look-ups cross desks because they find out the desk.
create policy look_up on api_key for select to teams_availability_functions using (true);
create policy look_up on consent_request for select to teams_availability_functions using (true);
create policy look_up on mark for select to teams_availability_functions using (true);
grant select (api_key_id, service_desk_id, key_hash) on api_key to teams_availability_functions;
grant select (consent_request_id, service_desk_id, state_hash) on consent_request
    to teams_availability_functions;
grant select on mark to teams_availability_functions;
grant create on schema public to teams_availability_functions;
set role teams_availability_functions;

create function desk_of_api_key(hash bytea)
    returns table (service_desk_id text, api_key_id uuid)
    language sql stable security definer set search_path = pg_catalog, public as
$$
select k.service_desk_id::text, k.api_key_id from public.api_key k where k.key_hash = hash
$$;

create function desk_of_consent_request(hash bytea)
    returns table (service_desk_id text, consent_request_id uuid)
    language sql stable security definer set search_path = pg_catalog, public as
$$
select r.service_desk_id::text, r.consent_request_id from public.consent_request r
where r.state_hash = hash
$$;

create function marks_due(until timestamptz, most int, kinds text[])
    returns table (service_desk_id text, kind text, technician_id text, version bigint,
                   due_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public as
$$
select m.service_desk_id::text, m.kind, m.technician_id, m.version, m.due_at from public.mark m
where m.due_at <= until and m.kind = any (kinds) order by m.due_at, m.version limit most
$$;

revoke all on function desk_of_api_key, desk_of_consent_request, marks_due from public;
grant execute on function desk_of_api_key, desk_of_consent_request, marks_due
    to teams_availability_service;
reset role;
revoke create on schema public from teams_availability_functions;
