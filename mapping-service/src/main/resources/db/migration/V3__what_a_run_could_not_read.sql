-- What a run could not read: why it is not complete, and the Teams by id; null until it has ended.
alter table auto_map_run add column coverage jsonb;

-- Technicians that a run would have cleared, had it not been so many.
alter table auto_map_outcome drop constraint auto_map_outcome_outcome_check;
alter table auto_map_outcome add constraint auto_map_outcome_outcome_check
    check (outcome in ('MATCHED', 'UNMATCHED', 'CONFLICT', 'CLEARED', 'HELD_BACK', 'KEPT_MANUAL'));
