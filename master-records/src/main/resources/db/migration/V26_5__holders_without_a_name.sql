-- Holders of a telephone who have no name stand in counted_value, too: when it becomes common, their edges weigh otherwise like all others'.
-- Everybody is weighed anew, once; master ids stay.
TRUNCATE match_state, blocking_key, counted_value, edge;
TRUNCATE candidate.match_state, candidate.blocking_key, candidate.counted_value, candidate.edge;
UPDATE resolution_state SET phase = 'RESOLVING' WHERE phase = 'INCREMENTAL';
