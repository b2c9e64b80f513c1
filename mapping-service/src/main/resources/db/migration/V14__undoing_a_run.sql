-- The mappings that a run changed, as they were before it, so that the last run can be undone; for as
-- long as the run is kept. A run changes no mapping by hand.
create table auto_map_change (
    run_id              uuid            not null references auto_map_run on delete cascade,
    service_desk_id     service_desk_id not null references service_desk on delete cascade,
    technician_id       technician_id   not null,
    -- the mapping before the run; null where there was none
    microsoft_tenant_id uuid,
    microsoft_user_id   uuid,
    user_principal_name text,
    account_state       text,
    -- the version that the run left; null where it removed the mapping
    left_version        bigint,
    primary key (run_id, technician_id),
    foreign key (service_desk_id, technician_id) references technician on delete cascade
);
create index on auto_map_change (service_desk_id, technician_id);

-- When somebody undid the run; null where nobody did.
alter table auto_map_run add column undone_at timestamptz;

alter table auto_map_change enable row level security;
alter table auto_map_change force row level security;
create policy own_service_desk on auto_map_change using (service_desk_id =
    current_setting('teams_availability.service_desk', true));
grant select, insert, delete on auto_map_change to teams_availability_service;
