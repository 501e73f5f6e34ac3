-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('PLANNED', 'OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('ACCEPTED', 'REFUSED');

-- AlterTable
ALTER TABLE "budget_versions" ADD COLUMN     "adjustment" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "adjustment_reason" TEXT,
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_by_id" UUID,
ADD COLUMN     "locked_sections" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "opened_by_id" UUID,
ADD COLUMN     "returned_sections" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "annex" TEXT,
ADD COLUMN     "annex_column" TEXT,
ADD COLUMN     "annex_row" TEXT;

-- AlterTable
ALTER TABLE "control_figures" DROP CONSTRAINT "control_figures_pkey",
ADD COLUMN     "item" TEXT NOT NULL DEFAULT '',
ADD CONSTRAINT "control_figures_pkey" PRIMARY KEY ("unit_id", "year", "category", "source", "item");

-- AlterTable
ALTER TABLE "fiscal_years" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- A round used to be open between two times, without them for ever; now it is opened and closed by an act
ALTER TABLE "rounds" DROP CONSTRAINT "rounds_period_check";
ALTER TABLE "rounds" RENAME COLUMN "opens_at" TO "opened_at";
ALTER TABLE "rounds" RENAME COLUMN "closes_at" TO "closed_at";
ALTER TABLE "rounds" ADD COLUMN     "deadline_at" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "state" "RoundState" NOT NULL DEFAULT 'PLANNED';
UPDATE "rounds" SET
  "state" = (CASE WHEN "closed_at" <= now() THEN 'CLOSED' WHEN "opened_at" > now() THEN 'PLANNED' ELSE 'OPEN' END)::"RoundState",
  "deadline_at" = CASE WHEN "closed_at" > now() THEN "closed_at" END;
UPDATE "rounds" SET
  "opened_at" = CASE WHEN "state" <> 'PLANNED' THEN coalesce("opened_at", least("closed_at", now())) END,
  "closed_at" = CASE WHEN "state" = 'CLOSED' THEN "closed_at" END;

-- AlterTable
ALTER TABLE "units" ADD COLUMN     "confirmation_required" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "email" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "round_extensions" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "round_extensions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_templates" (
    "id" UUID NOT NULL,
    "owner_id" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "explanation_verdicts" (
    "version_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "explanation_verdicts_pkey" PRIMARY KEY ("version_id","subject")
);

-- CreateTable
CREATE TABLE "review_digests" (
    "version_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "errors" INTEGER NOT NULL,
    "warnings" INTEGER NOT NULL,
    "notes" INTEGER NOT NULL,
    "not_run" INTEGER NOT NULL,
    "total_fen" BIGINT NOT NULL,
    "prior_fen" BIGINT,
    "changed_fen" BIGINT NOT NULL,
    "unexplained_fen" BIGINT NOT NULL,
    "risk" INTEGER NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "review_digests_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "kind" TEXT NOT NULL,
    "budget_id" UUID,
    "version_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "round_extensions_round_id_unit_id_idx" ON "round_extensions"("round_id", "unit_id");

-- CreateIndex
CREATE INDEX "comment_templates_owner_id_idx" ON "comment_templates"("owner_id");

-- CreateIndex
CREATE INDEX "notices_user_id_read_at_created_at_idx" ON "notices"("user_id", "read_at", "created_at");

-- CreateIndex
CREATE INDEX "notices_mailed_at_created_at_idx" ON "notices"("mailed_at", "created_at");

-- AddForeignKey
ALTER TABLE "budget_versions" ADD CONSTRAINT "budget_versions_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_versions" ADD CONSTRAINT "budget_versions_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_extensions" ADD CONSTRAINT "round_extensions_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_templates" ADD CONSTRAINT "comment_templates_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "explanation_verdicts" ADD CONSTRAINT "explanation_verdicts_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "explanation_verdicts" ADD CONSTRAINT "explanation_verdicts_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_digests" ADD CONSTRAINT "review_digests_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budgets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Values ---------------------------------------------------------------------------------------------------------

ALTER TABLE rounds
  ADD CONSTRAINT rounds_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT rounds_opened_check CHECK ((state = 'PLANNED') = (opened_at IS NULL)),
  ADD CONSTRAINT rounds_closed_check CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL) AND closed_at >= opened_at);

-- One round of a year at a time
CREATE UNIQUE INDEX rounds_one_open ON rounds (year) WHERE state = 'OPEN';

ALTER TABLE round_extensions
  ADD CONSTRAINT round_extensions_reason_check CHECK (char_length(reason) BETWEEN 1 AND 500);

ALTER TABLE fiscal_years
  ADD CONSTRAINT fiscal_years_revision_check CHECK (revision >= 1);

ALTER TABLE users
  ADD CONSTRAINT users_email_check CHECK (char_length(email) <= 254 AND email ~ '^([^[:space:]@]+@[^[:space:]@]+)?$');

ALTER TABLE control_figures
  ADD CONSTRAINT control_figures_item_check CHECK (
    item = '' OR category = 'PROJECT' AND (
      item ~ '^group:[A-Z_]{1,40}$'
      OR item ~ '^project:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'));

ALTER TABLE comments
  DROP CONSTRAINT comments_place_check,
  ADD CONSTRAINT comments_place_check CHECK (
    (collection IS NULL) = (row_key IS NULL) AND (field IS NULL OR collection IS NOT NULL)
    AND (annex IS NULL OR collection IS NULL)
    AND (annex_row IS NULL) = (annex_column IS NULL) AND (annex_row IS NULL OR annex IS NOT NULL)),
  ADD CONSTRAINT comments_annex_check CHECK (
    char_length(annex) BETWEEN 1 AND 50 AND char_length(annex_row) BETWEEN 1 AND 200
    AND char_length(annex_column) BETWEEN 1 AND 100);

ALTER TABLE comment_templates
  ADD CONSTRAINT comment_templates_title_check CHECK (char_length(title) BETWEEN 1 AND 50),
  ADD CONSTRAINT comment_templates_text_check CHECK (char_length(text) BETWEEN 1 AND 2000),
  ADD CONSTRAINT comment_templates_revision_check CHECK (revision >= 1);

ALTER TABLE explanation_verdicts
  ADD CONSTRAINT explanation_verdicts_subject_check CHECK (char_length(subject) BETWEEN 1 AND 500),
  ADD CONSTRAINT explanation_verdicts_text_check CHECK (
    CASE verdict WHEN 'REFUSED' THEN char_length(text) BETWEEN 1 AND 2000 ELSE char_length(text) <= 2000 END);

ALTER TABLE review_digests
  ADD CONSTRAINT review_digests_counts_check CHECK (errors >= 0 AND warnings >= 0 AND notes >= 0 AND not_run >= 0),
  ADD CONSTRAINT review_digests_risk_check CHECK (risk BETWEEN 0 AND 100),
  ADD CONSTRAINT review_digests_unexplained_check CHECK (unexplained_fen BETWEEN 0 AND changed_fen);

ALTER TABLE notices
  ADD CONSTRAINT notices_kind_check CHECK (kind ~ '^[a-z][A-Za-z0-9_.-]{0,59}$'),
  ADD CONSTRAINT notices_version_check CHECK (version_id IS NULL OR budget_id IS NOT NULL);

-- Versions ---------------------------------------------------------------------------------------------------------

ALTER TABLE budget_versions
  DROP CONSTRAINT budget_versions_decided_check,
  DROP CONSTRAINT budget_versions_comment_check,
  ADD CONSTRAINT budget_versions_decided_check CHECK (
    (state IN ('RETURNED', 'WITHDRAWN', 'ACCEPTED', 'APPROVED')) = (decided_at IS NOT NULL)
    AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT budget_versions_comment_check CHECK (
    CASE WHEN state = 'RETURNED' THEN decision_comment IS NOT NULL
         WHEN state IN ('WITHDRAWN', 'ACCEPTED', 'APPROVED') THEN true
         ELSE decision_comment IS NULL END),
  ADD CONSTRAINT budget_versions_confirmed_check CHECK (
    (confirmed_at IS NULL) = (confirmed_by_id IS NULL) AND (confirmed_at IS NULL OR state NOT IN ('DRAFT', 'CONFIRMING'))),
  ADD CONSTRAINT budget_versions_opened_check CHECK (
    (opened_at IS NULL) = (opened_by_id IS NULL) AND (opened_at IS NULL OR state NOT IN ('DRAFT', 'CONFIRMING', 'WITHDRAWN'))),
  ADD CONSTRAINT budget_versions_sections_check CHECK (
    returned_sections IS NOT NULL AND returned_sections <@ ARRAY['revenue', 'staffing', 'basic', 'projects', 'performance', 'procurement', 'prior-year', 'profile']
    AND (cardinality(returned_sections) = 0 OR state = 'RETURNED')
    AND locked_sections IS NOT NULL AND locked_sections <@ ARRAY['revenue', 'staffing', 'basic', 'projects', 'performance', 'procurement', 'prior-year', 'profile']),
  ADD CONSTRAINT budget_versions_adjustment_check CHECK (
    adjustment >= 0 AND (adjustment > 0) = (adjustment_reason IS NOT NULL)
    AND char_length(adjustment_reason) BETWEEN 1 AND 2000);

DROP INDEX budget_versions_one_open;
CREATE UNIQUE INDEX budget_versions_one_open ON budget_versions (budget_id)
  WHERE state IN ('DRAFT', 'CONFIRMING', 'SUBMITTED');

-- The workflow of lib/domain/workflow/transitions.ts, begun as a draft; nothing else changes on the way
CREATE OR REPLACE FUNCTION guard_budget_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_first_look boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'DRAFT' THEN
      RAISE EXCEPTION 'version % begins as %, not as a draft', NEW.id, NEW.state USING ERRCODE = 'MS002';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'DRAFT' THEN
      RAISE EXCEPTION 'version % is % and cannot be deleted', OLD.id, OLD.state USING ERRCODE = 'MS001';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.budget_id, NEW.number, NEW.created_at, NEW.adjustment, NEW.adjustment_reason)
     IS DISTINCT FROM (OLD.id, OLD.budget_id, OLD.number, OLD.created_at, OLD.adjustment, OLD.adjustment_reason) THEN
    RAISE EXCEPTION 'the identity of version % cannot change', OLD.id USING ERRCODE = 'MS001';
  END IF;
  IF OLD.state = 'DRAFT' AND NEW.state = 'DRAFT' THEN
    IF NEW.content_revision < OLD.content_revision THEN
      RAISE EXCEPTION 'the content revision of version % cannot go back', OLD.id USING ERRCODE = 'MS001';
    END IF;
    RETURN NEW;
  END IF;
  is_first_look := OLD.state = 'SUBMITTED' AND NEW.state = 'SUBMITTED'
    AND OLD.opened_at IS NULL AND NEW.opened_at IS NOT NULL;
  IF NOT is_first_look AND (OLD.state, NEW.state) NOT IN (
    ('DRAFT', 'CONFIRMING'), ('DRAFT', 'SUBMITTED'),
    ('CONFIRMING', 'SUBMITTED'), ('CONFIRMING', 'RETURNED'), ('CONFIRMING', 'WITHDRAWN'),
    ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'WITHDRAWN'), ('SUBMITTED', 'ACCEPTED'), ('SUBMITTED', 'APPROVED')) THEN
    RAISE EXCEPTION 'version % cannot go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'MS002';
  END IF;
  IF (NEW.content_revision, NEW.round_id, NEW.locked_sections)
     IS DISTINCT FROM (OLD.content_revision, OLD.round_id, OLD.locked_sections)
     OR OLD.state <> 'DRAFT'
        AND (NEW.submitted_at, NEW.submitted_by_id) IS DISTINCT FROM (OLD.submitted_at, OLD.submitted_by_id)
     OR NOT (OLD.state = 'CONFIRMING' AND NEW.state = 'SUBMITTED')
        AND (NEW.confirmed_at, NEW.confirmed_by_id) IS DISTINCT FROM (OLD.confirmed_at, OLD.confirmed_by_id)
     OR NOT is_first_look
        AND (NEW.opened_at, NEW.opened_by_id) IS DISTINCT FROM (OLD.opened_at, OLD.opened_by_id) THEN
    RAISE EXCEPTION 'version % changes more than its state', OLD.id USING ERRCODE = 'MS001';
  END IF;
  RETURN NEW;
END $$;

-- Verdicts on explanations are given while the version waits for its decision, and stay with it afterwards
CREATE FUNCTION guard_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found_state "VersionState";
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.version_id, NEW.subject) IS DISTINCT FROM (OLD.version_id, OLD.subject) THEN
    RAISE EXCEPTION 'a verdict cannot move' USING ERRCODE = 'MS001';
  END IF;
  SELECT state INTO found_state FROM budget_versions
    WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.version_id ELSE NEW.version_id END FOR SHARE;
  IF found_state <> 'SUBMITTED' THEN
    RAISE EXCEPTION 'a version that is % takes no verdict', found_state USING ERRCODE = 'MS001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER guard_verdict BEFORE INSERT OR UPDATE OR DELETE ON explanation_verdicts
  FOR EACH ROW EXECUTE FUNCTION guard_verdict();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON explanation_verdicts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

-- An extension was granted, and stays in the record
CREATE FUNCTION refuse_extension_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an extension cannot be changed or taken back' USING ERRCODE = 'MS001';
END $$;

CREATE TRIGGER refuse_extension_change BEFORE UPDATE OR DELETE ON round_extensions
  FOR EACH ROW EXECUTE FUNCTION refuse_extension_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON round_extensions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

-- What was said stays as it was said; a comment is settled and opened again, and goes only with a draft that is deleted
CREATE OR REPLACE FUNCTION guard_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM budget_versions WHERE id = OLD.version_id) THEN
      RAISE EXCEPTION 'comment % cannot be deleted', OLD.id USING ERRCODE = 'MS001';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.budget_id, NEW.version_id, NEW.parent_id, NEW.collection, NEW.row_key, NEW.field, NEW.annex,
      NEW.annex_row, NEW.annex_column, NEW.text, NEW.author_id, NEW.author_role, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.budget_id, OLD.version_id, OLD.parent_id, OLD.collection, OLD.row_key, OLD.field, OLD.annex,
      OLD.annex_row, OLD.annex_column, OLD.text, OLD.author_id, OLD.author_role, OLD.created_at)
     OR OLD.resolved_at IS NOT NULL AND NEW.resolved_at IS NOT NULL THEN
    RAISE EXCEPTION 'comment % cannot be changed', OLD.id USING ERRCODE = 'MS001';
  END IF;
  RETURN NEW;
END $$;
