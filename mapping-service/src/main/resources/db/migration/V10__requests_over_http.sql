-- Requests that came over HTTP, for 24 hours: ids, a hash and positions on topics, and no word of a
-- request or an answer. The primary key decides between instances that are given the same request.
create table http_request (
    service_desk_id  service_desk_id not null references service_desk on delete cascade,
    request_id       text        not null check (char_length(request_id) between 1 and 200),
    -- SHA-256 of the parsed body
    request_hash     bytea       not null check (length(request_hash) = 32),
    -- of the record on dispatch-requested, and of its answer on candidate-availability
    partition_number int         not null check (partition_number >= 0),
    -- the record is at this offset or after it, the end of the partition when the row was written
    request_from     bigint      not null,
    -- where the record is; null until its sender knows
    request_offset   bigint,
    -- the answer is at this offset or after it
    answer_from      bigint      not null,
    -- counts who tries to publish it; an attempt sends nothing after its deadline
    attempt          int         not null default 1,
    deadline         timestamptz not null,
    -- whether the wait of a call that asked ended before the answer came
    wait_ended       boolean     not null default false,
    created_at       timestamptz not null,
    primary key (service_desk_id, request_id)
) with (fillfactor = 80);
create index on http_request (service_desk_id, created_at);

alter table http_request enable row level security;
alter table http_request force row level security;
create policy own_service_desk on http_request using (service_desk_id =
    current_setting('teams_availability.service_desk', true));
grant select, insert, update, delete on http_request to teams_availability_service;
