-- Annex sets that a bureau makes of a built-in one (docs/decisions/0030).
CREATE TABLE "edited_annex_sets" (
    "id" UUID NOT NULL,
    "base" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "edits" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" UUID NOT NULL,

    CONSTRAINT "edited_annex_sets_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "fiscal_years" ADD COLUMN "edited_annex_set_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "edited_annex_sets_name_key" ON "edited_annex_sets"("name");

-- CreateIndex
CREATE UNIQUE INDEX "edited_annex_sets_id_base_key" ON "edited_annex_sets"("id", "base");

-- CreateIndex
CREATE INDEX "fiscal_years_edited_annex_set_id_idx" ON "fiscal_years"("edited_annex_set_id");

-- AddForeignKey
ALTER TABLE "fiscal_years" ADD CONSTRAINT "fiscal_years_edited_annex_set_id_annex_set_fkey" FOREIGN KEY ("edited_annex_set_id", "annex_set") REFERENCES "edited_annex_sets"("id", "base") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "edited_annex_sets" ADD CONSTRAINT "edited_annex_sets_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Values ---------------------------------------------------------------------------------------------------------

ALTER TABLE edited_annex_sets
  ADD CONSTRAINT edited_annex_sets_base_check CHECK (base ~ '^[a-z][a-z0-9-]{0,49}$'),
  ADD CONSTRAINT edited_annex_sets_name_check CHECK (char_length(name) BETWEEN 1 AND 40),
  ADD CONSTRAINT edited_annex_sets_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT edited_annex_sets_edits_check CHECK (
    jsonb_typeof(edits) = 'object' AND coalesce(edits->'version' = '1'::jsonb, false)
    AND coalesce(jsonb_typeof(edits->'annexes') = 'object', false) AND octet_length(edits::text) <= 300000);

-- A year has begun when a round of it was opened or a budget of it exists: its documents stay what they are
CREATE FUNCTION has_begun(wanted integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM rounds WHERE year = wanted AND state <> 'PLANNED')
      OR EXISTS (SELECT FROM budgets WHERE year = wanted)
$$;

-- The set that a year which has begun uses is frozen, and what a set is made of never changes
CREATE FUNCTION guard_edited_annex_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id <> OLD.id OR NEW.base <> OLD.base) THEN
    RAISE EXCEPTION 'the identity of annex set % cannot change', OLD.id USING ERRCODE = 'MS001';
  END IF;
  IF EXISTS (SELECT FROM fiscal_years WHERE edited_annex_set_id = OLD.id AND has_begun(year)) THEN
    RAISE EXCEPTION 'annex set % is used by a year that has begun', OLD.id USING ERRCODE = 'MS001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER guard_edited_annex_set BEFORE UPDATE OR DELETE ON edited_annex_sets
  FOR EACH ROW EXECUTE FUNCTION guard_edited_annex_set();

-- Nor does a year that has begun turn to another set or another rounding
CREATE FUNCTION guard_annexes_of_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.annex_set, NEW.edited_annex_set_id, NEW.rounding)
       IS DISTINCT FROM (OLD.annex_set, OLD.edited_annex_set_id, OLD.rounding)
     AND has_begun(OLD.year) THEN
    RAISE EXCEPTION 'the annexes of year % are fixed', OLD.year USING ERRCODE = 'MS001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard_annexes_of_year BEFORE UPDATE ON fiscal_years
  FOR EACH ROW EXECUTE FUNCTION guard_annexes_of_year();

-- A year that begins holds its settings and its set until that is committed: who changes them meanwhile waits, and is
-- then refused
CREATE FUNCTION hold_annexes_of_year() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  used uuid;
BEGIN
  SELECT edited_annex_set_id INTO used FROM fiscal_years WHERE year = NEW.year FOR SHARE;
  IF used IS NOT NULL THEN
    PERFORM FROM edited_annex_sets WHERE id = used FOR SHARE;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER hold_annexes_of_year BEFORE INSERT ON budgets
  FOR EACH ROW EXECUTE FUNCTION hold_annexes_of_year();

CREATE TRIGGER hold_annexes_of_year BEFORE INSERT OR UPDATE OF state ON rounds
  FOR EACH ROW WHEN (NEW.state <> 'PLANNED') EXECUTE FUNCTION hold_annexes_of_year();

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON edited_annex_sets
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
