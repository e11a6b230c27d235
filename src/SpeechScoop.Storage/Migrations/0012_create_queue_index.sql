-- Serves what is to be made next of each system of a run: while the places of one system's lane are taken, others go on.
CREATE INDEX output_run_queue ON output (run_id, system_id, position) WHERE status = 'queued' AND measured_at IS NULL;
