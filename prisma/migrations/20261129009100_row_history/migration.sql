-- The history of one row is found by the keys that saves name (docs/decisions/0026): none of these indexes is on columns
-- alone, so that the Prisma schema can't and needn't name them.

CREATE INDEX audit_events_row_keys ON audit_events
  USING gin (jsonb_path_query_array(detail, '$.changes[*].key') jsonb_path_ops) WHERE action = 'budget.saved';

CREATE INDEX audit_events_profile_saves ON audit_events (budget_id, id)
  WHERE action = 'budget.saved' AND detail @> '{"changes": [{"op": "profile"}]}';

CREATE INDEX audit_events_whole_writings ON audit_events (budget_id, id)
  WHERE action IN ('budget.created', 'budget.imported');
