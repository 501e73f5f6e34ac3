-- AlterTable
ALTER TABLE "editions" ADD COLUMN     "department_id" UUID,
ADD COLUMN     "eliminations" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "source_count" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "budget_id" DROP NOT NULL,
ALTER COLUMN "version_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "edition_sources" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "unit_code" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,
    "version_id" UUID NOT NULL,

    CONSTRAINT "edition_sources_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateTable
CREATE TABLE "internal_transfers" (
    "receiver_budget_id" UUID NOT NULL,
    "revenue_key" UUID NOT NULL,
    "payer_budget_id" UUID,
    "payer_line_key" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" UUID NOT NULL,

    CONSTRAINT "internal_transfers_pkey" PRIMARY KEY ("receiver_budget_id","revenue_key")
);

-- CreateIndex
CREATE INDEX "edition_sources_version_id_idx" ON "edition_sources"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "edition_sources_edition_id_version_id_key" ON "edition_sources"("edition_id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "editions_department_id_year_number_key" ON "editions"("department_id", "year", "number");

-- AddForeignKey
ALTER TABLE "editions" ADD CONSTRAINT "editions_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_sources" ADD CONSTRAINT "edition_sources_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "editions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_sources" ADD CONSTRAINT "edition_sources_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internal_transfers" ADD CONSTRAINT "internal_transfers_receiver_budget_id_fkey" FOREIGN KEY ("receiver_budget_id") REFERENCES "budgets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internal_transfers" ADD CONSTRAINT "internal_transfers_payer_budget_id_fkey" FOREIGN KEY ("payer_budget_id") REFERENCES "budgets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internal_transfers" ADD CONSTRAINT "internal_transfers_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Values ---------------------------------------------------------------------------------------------------------

-- An edition is of one version of a unit's budget, or of a department, with its sources
ALTER TABLE editions
  ADD CONSTRAINT editions_subject_check CHECK (
    (department_id IS NULL) = (budget_id IS NOT NULL)
    AND (budget_id IS NULL) = (version_id IS NULL)
    AND (department_id IS NULL) = (source_count = 0)
    AND source_count BETWEEN 0 AND 1000);

ALTER TABLE edition_sources ADD CONSTRAINT edition_sources_position_check CHECK (position >= 1);

ALTER TABLE internal_transfers
  ADD CONSTRAINT internal_transfers_payer_check CHECK (
    (payer_budget_id IS NULL) = (payer_line_key IS NULL) AND payer_budget_id IS DISTINCT FROM receiver_budget_id);

-- As before, but that the versions of a department's edition are its sources, which come after it
CREATE OR REPLACE FUNCTION guard_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'PUBLISHED' THEN
      RAISE EXCEPTION 'edition % begins as %', NEW.id, NEW.state USING ERRCODE = 'MS002';
    END IF;
    IF NEW.department_id IS NULL
       AND NOT EXISTS (SELECT FROM budget_versions
                       WHERE id = NEW.version_id AND budget_id = NEW.budget_id AND state = 'APPROVED') THEN
      RAISE EXCEPTION 'version % is not an approved one of budget %', NEW.version_id, NEW.budget_id
        USING ERRCODE = 'MS002';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'edition % cannot be deleted', OLD.id USING ERRCODE = 'MS001';
  END IF;
  IF OLD.state <> 'PUBLISHED' OR NEW.state <> 'WITHDRAWN'
     OR (to_jsonb(NEW) - ARRAY['state', 'withdrawn_at', 'withdrawn_by_id', 'withdraw_reason'])
        <> (to_jsonb(OLD) - ARRAY['state', 'withdrawn_at', 'withdrawn_by_id', 'withdraw_reason']) THEN
    RAISE EXCEPTION 'edition % is frozen', OLD.id USING ERRCODE = 'MS001';
  END IF;
  RETURN NEW;
END $$;

-- A source is an approved version of a unit of the edition's department and year; the set is as large as the edition says
CREATE FUNCTION guard_edition_source() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  room integer;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'the sources of edition % are frozen', OLD.edition_id USING ERRCODE = 'MS001';
  END IF;
  SELECT source_count INTO room FROM editions WHERE id = NEW.edition_id AND state = 'PUBLISHED' FOR SHARE;
  IF room IS NULL OR NEW.position > room THEN
    RAISE EXCEPTION 'the sources of edition % are closed', NEW.edition_id USING ERRCODE = 'MS001';
  END IF;
  IF NOT EXISTS (SELECT FROM editions e
                 JOIN units n ON n.department_id = e.department_id
                 JOIN budgets b ON b.unit_id = n.id AND b.year = e.year
                 JOIN budget_versions v ON v.budget_id = b.id
                 WHERE e.id = NEW.edition_id AND v.id = NEW.version_id AND v.state = 'APPROVED'
                   AND n.code = NEW.unit_code) THEN
    RAISE EXCEPTION 'version % is not an approved one of the department of edition %', NEW.version_id, NEW.edition_id
      USING ERRCODE = 'MS002';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard_edition_source BEFORE INSERT OR UPDATE OR DELETE ON edition_sources
  FOR EACH ROW EXECUTE FUNCTION guard_edition_source();

-- An edition without one of its files or sources, or with a unit twice, is never committed
CREATE OR REPLACE FUNCTION check_edition_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM edition_files WHERE edition_id = NEW.id) <> NEW.file_count THEN
    RAISE EXCEPTION 'edition % lacks files', NEW.id USING ERRCODE = 'MS002';
  END IF;
  IF (SELECT count(DISTINCT unit_code) FROM edition_sources WHERE edition_id = NEW.id) <> NEW.source_count THEN
    RAISE EXCEPTION 'edition % lacks sources', NEW.id USING ERRCODE = 'MS002';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON edition_sources
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
