-- What changed is resolved before what is only to be weighed again.
CREATE INDEX resolution_queue_order ON resolution_queue ((task = 'REDO'), queue_id);
