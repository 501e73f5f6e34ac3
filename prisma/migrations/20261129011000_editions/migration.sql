-- CreateEnum
CREATE TYPE "EditionState" AS ENUM ('PUBLISHED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "editions" (
    "id" UUID NOT NULL,
    "budget_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "EditionState" NOT NULL DEFAULT 'PUBLISHED',
    "year" INTEGER NOT NULL,
    "unit_code" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,
    "department_code" TEXT NOT NULL,
    "department_name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "project_names" TEXT[],
    "summary" JSONB NOT NULL,
    "checklist" JSONB NOT NULL,
    "contact" TEXT NOT NULL,
    "change_note" TEXT NOT NULL DEFAULT '',
    "changes" JSONB NOT NULL DEFAULT '[]',
    "file_count" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdraw_reason" TEXT,

    CONSTRAINT "editions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_files" (
    "edition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_length" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "edition_files_pkey" PRIMARY KEY ("edition_id","position")
);

-- CreateIndex
CREATE INDEX "editions_year_unit_code_number_idx" ON "editions"("year", "unit_code", "number");

-- CreateIndex
CREATE UNIQUE INDEX "editions_budget_id_number_key" ON "editions"("budget_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "edition_files_edition_id_name_key" ON "edition_files"("edition_id", "name");

-- AddForeignKey
ALTER TABLE "editions" ADD CONSTRAINT "editions_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budgets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "editions" ADD CONSTRAINT "editions_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "editions" ADD CONSTRAINT "editions_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "editions" ADD CONSTRAINT "editions_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition_files" ADD CONSTRAINT "edition_files_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "editions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Values ---------------------------------------------------------------------------------------------------------

ALTER TABLE editions
  ADD CONSTRAINT editions_number_check CHECK (number >= 1),
  ADD CONSTRAINT editions_title_check CHECK (char_length(title) BETWEEN 1 AND 500),
  ADD CONSTRAINT editions_contact_check CHECK (char_length(contact) BETWEEN 1 AND 100),
  ADD CONSTRAINT editions_file_count_check CHECK (file_count BETWEEN 1 AND 5000),
  -- Every edition after the first says why there is another
  ADD CONSTRAINT editions_change_note_check CHECK (
    char_length(change_note) <= 2000 AND (number = 1 OR char_length(change_note) > 0)),
  ADD CONSTRAINT editions_withdrawn_check CHECK (
    (state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)
    AND (withdrawn_at IS NULL) = (withdrawn_by_id IS NULL)
    AND (withdrawn_at IS NULL) = (withdraw_reason IS NULL)
    AND (withdrawn_at IS NULL OR withdrawn_at >= published_at)),
  ADD CONSTRAINT editions_withdraw_reason_check CHECK (char_length(withdraw_reason) BETWEEN 1 AND 2000);

-- Bytes are what their digest says
ALTER TABLE edition_files
  ADD CONSTRAINT edition_files_position_check CHECK (position >= 1),
  ADD CONSTRAINT edition_files_name_check CHECK (char_length(name) BETWEEN 1 AND 250 AND name !~ '[/\\]'),
  ADD CONSTRAINT edition_files_format_check CHECK (format ~ '^[a-z]{2,10}$'),
  ADD CONSTRAINT edition_files_content_check CHECK (
    octet_length(content) = byte_length AND encode(sha256(content), 'hex') = sha256);

-- PDF and workbooks are compressed already
ALTER TABLE edition_files ALTER COLUMN content SET STORAGE EXTERNAL;

-- What was published stays as it was published: an edition begins as published, of an approved version of its own budget,
-- is withdrawn at most once, and is never deleted
CREATE FUNCTION guard_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'PUBLISHED' THEN
      RAISE EXCEPTION 'edition % begins as %', NEW.id, NEW.state USING ERRCODE = 'MS002';
    END IF;
    IF NOT EXISTS (SELECT FROM budget_versions
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

CREATE TRIGGER guard_edition BEFORE INSERT OR UPDATE OR DELETE ON editions
  FOR EACH ROW EXECUTE FUNCTION guard_edition();

-- The files of an edition are as many as it says, and come while it is published; then the set is closed
CREATE FUNCTION guard_edition_file() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  room integer;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'the files of edition % are frozen', OLD.edition_id USING ERRCODE = 'MS001';
  END IF;
  SELECT file_count INTO room FROM editions WHERE id = NEW.edition_id AND state = 'PUBLISHED' FOR SHARE;
  IF room IS NULL OR NEW.position > room THEN
    RAISE EXCEPTION 'the files of edition % are closed', NEW.edition_id USING ERRCODE = 'MS001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard_edition_file BEFORE INSERT OR UPDATE OR DELETE ON edition_files
  FOR EACH ROW EXECUTE FUNCTION guard_edition_file();

-- An edition without one of its files is never committed
CREATE FUNCTION check_edition_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM edition_files WHERE edition_id = NEW.id) <> NEW.file_count THEN
    RAISE EXCEPTION 'edition % lacks files', NEW.id USING ERRCODE = 'MS002';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_edition_is_whole AFTER INSERT ON editions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_edition_is_whole();

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON editions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON edition_files
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
