-- The end of each chain of the audit log, kept apart from the log: a tail that was cut off is seen against it. The zero
-- UUID stands for the acts that belong to no budget.
CREATE TABLE "audit_heads" (
    "chain" UUID NOT NULL,
    "events" BIGINT NOT NULL,
    "last_id" BIGINT NOT NULL,
    "last_hash" TEXT NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("chain")
);

-- Where a chain begins after its oldest events went into an archive
CREATE TABLE "audit_checkpoints" (
    "chain" UUID NOT NULL,
    "up_to_id" BIGINT NOT NULL,
    "events" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "archive_sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_checkpoints_pkey" PRIMARY KEY ("chain", "up_to_id")
);

-- The log is searched by days
CREATE INDEX "audit_events_at_id_idx" ON "audit_events"("at", "id");

INSERT INTO audit_heads (chain, events, last_id, last_hash)
SELECT DISTINCT ON (chain) chain, count(*) OVER (PARTITION BY chain), id, hash
FROM (SELECT coalesce(budget_id, '00000000-0000-0000-0000-000000000000'::uuid) AS chain, id, hash FROM audit_events) e
ORDER BY chain, id DESC;

-- Runs with the owner's rights: whoever may append may not write a head
CREATE FUNCTION advance_audit_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  chain_id uuid := coalesce(NEW.budget_id, '00000000-0000-0000-0000-000000000000'::uuid);
BEGIN
  UPDATE public.audit_heads SET events = events + 1, last_id = NEW.id, last_hash = NEW.hash
  WHERE chain = chain_id AND last_hash = NEW.previous AND last_id < NEW.id;
  IF FOUND THEN RETURN NULL; END IF;
  IF NEW.previous <> repeat('0', 64) OR EXISTS (SELECT FROM public.audit_heads WHERE chain = chain_id) THEN
    RAISE EXCEPTION 'event % does not follow the last of its chain', NEW.id USING ERRCODE = 'MS003';
  END IF;
  INSERT INTO public.audit_heads (chain, events, last_id, last_hash) VALUES (chain_id, 1, NEW.id, NEW.hash);
  RETURN NULL;
END $$;
CREATE TRIGGER advance_audit_head AFTER INSERT ON audit_events
  FOR EACH ROW EXECUTE FUNCTION advance_audit_head();

-- Six months are the least that 网络安全法 (art. 21) allows; only what a checkpoint stands for may go
CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.at < now() - interval '6 months' AND EXISTS (
      SELECT FROM audit_checkpoints c
      WHERE c.chain = coalesce(OLD.budget_id, '00000000-0000-0000-0000-000000000000'::uuid) AND c.up_to_id >= OLD.id
    ) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'MS003';
END $$;

-- Takes the events of a chain up to one of them out of the log. The owner's alone.
CREATE FUNCTION prune_audit_chain(chain_id uuid, last_pruned bigint, archive_digest text) RETURNS bigint
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  removed bigint;
  newest timestamptz;
  end_hash text;
  before_it bigint;
BEGIN
  SELECT count(*), max(at) INTO removed, newest FROM public.audit_events
  WHERE coalesce(budget_id, '00000000-0000-0000-0000-000000000000'::uuid) = chain_id AND id <= last_pruned;
  SELECT hash INTO end_hash FROM public.audit_events
  WHERE coalesce(budget_id, '00000000-0000-0000-0000-000000000000'::uuid) = chain_id AND id = last_pruned;
  IF end_hash IS NULL THEN
    RAISE EXCEPTION 'chain % has no event %', chain_id, last_pruned USING ERRCODE = 'MS003';
  END IF;
  IF newest >= now() - interval '6 months' THEN
    RAISE EXCEPTION 'an event of the last six months may not be removed' USING ERRCODE = 'MS003';
  END IF;
  SELECT coalesce(max(events), 0) INTO before_it FROM public.audit_checkpoints WHERE chain = chain_id;
  INSERT INTO public.audit_checkpoints (chain, up_to_id, events, hash, archive_sha256)
  VALUES (chain_id, last_pruned, before_it + removed, end_hash, archive_digest);
  DELETE FROM public.audit_events
  WHERE coalesce(budget_id, '00000000-0000-0000-0000-000000000000'::uuid) = chain_id AND id <= last_pruned;
  RETURN removed;
END $$;
REVOKE ALL ON FUNCTION prune_audit_chain(uuid, bigint, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION advance_audit_head() FROM PUBLIC;
