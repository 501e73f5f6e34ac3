-- CreateEnum
CREATE TYPE "StaffKind" AS ENUM ('ADMINISTRATIVE', 'CIVIL_SERVICE_LAW', 'ADMINISTRATIVE_WORKER', 'PUBLIC_INSTITUTION', 'RETIRED', 'CONTRACT');

-- CreateEnum
CREATE TYPE "ReasonKind" AS ENUM ('PEOPLE', 'POLICY', 'STANDARD', 'ONE_OFF', 'PROJECT', 'OTHER');

-- CreateEnum
CREATE TYPE "ControlCategory" AS ENUM ('PERSONNEL', 'ROUTINE', 'PROJECT');

-- CreateTable
CREATE TABLE "staff_groups" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "kind" "StaffKind" NOT NULL,
    "grade" TEXT NOT NULL,
    "function_code" TEXT NOT NULL,
    "authorised_posts" INTEGER,
    "head_count" INTEGER,
    "monthly_base_pay_fen" BIGINT,
    "monthly_allowance_fen" BIGINT,
    "yearly_bonus_fen" BIGINT,
    "monthly_transport_fen" BIGINT,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "staff_groups_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "accepted_calculations" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "line_key" UUID NOT NULL,
    "proposal_id" TEXT NOT NULL,
    "amount_fen" BIGINT,
    "formula" TEXT NOT NULL,

    CONSTRAINT "accepted_calculations_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "change_reasons" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "subject" TEXT NOT NULL,
    "kind" "ReasonKind" NOT NULL,
    "amount_fen" BIGINT,
    "people" INTEGER,
    "text" TEXT NOT NULL,

    CONSTRAINT "change_reasons_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "attachments" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "project_key" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_length" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "narrative_passages" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "paragraph_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "narrative_passages_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "control_figures" (
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "category" "ControlCategory" NOT NULL,
    "source" "FundSource" NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "control_figures_pkey" PRIMARY KEY ("unit_id","year","category","source")
);

-- CreateIndex
CREATE INDEX "attachments_version_id_project_key_idx" ON "attachments"("version_id", "project_key");

-- CreateIndex
CREATE INDEX "control_figures_year_idx" ON "control_figures"("year");

-- AddForeignKey
ALTER TABLE "staff_groups" ADD CONSTRAINT "staff_groups_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accepted_calculations" ADD CONSTRAINT "accepted_calculations_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_reasons" ADD CONSTRAINT "change_reasons_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "narrative_passages" ADD CONSTRAINT "narrative_passages_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_version_id_project_key_fkey" FOREIGN KEY ("version_id", "project_key") REFERENCES "projects"("version_id", "key") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "control_figures" ADD CONSTRAINT "control_figures_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "control_figures" ADD CONSTRAINT "control_figures_year_fkey" FOREIGN KEY ("year") REFERENCES "fiscal_years"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Values: as the fields of lib/schemas say -----------------------------------------------------------------------

ALTER TABLE staff_groups
  ADD CONSTRAINT staff_groups_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT staff_groups_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT staff_groups_monthly_base_pay_fen_check CHECK (monthly_base_pay_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT staff_groups_monthly_allowance_fen_check CHECK (monthly_allowance_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT staff_groups_yearly_bonus_fen_check CHECK (yearly_bonus_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT staff_groups_monthly_transport_fen_check CHECK (monthly_transport_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT staff_groups_authorised_posts_check CHECK (authorised_posts BETWEEN 0 AND 10000000),
  ADD CONSTRAINT staff_groups_head_count_check CHECK (head_count BETWEEN 0 AND 10000000),
  ADD CONSTRAINT staff_groups_function_code_check CHECK (function_code ~ '^([0-9]{3}([0-9]{2}([0-9]{2})?)?)?$'),
  ADD CONSTRAINT staff_groups_grade_check CHECK (char_length(grade) <= 50),
  ADD CONSTRAINT staff_groups_note_check CHECK (char_length(note) <= 500);

ALTER TABLE accepted_calculations
  ADD CONSTRAINT accepted_calculations_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT accepted_calculations_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT accepted_calculations_amount_fen_check CHECK (amount_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT accepted_calculations_proposal_id_check CHECK (char_length(proposal_id) <= 200),
  ADD CONSTRAINT accepted_calculations_formula_check CHECK (char_length(formula) <= 500);

ALTER TABLE change_reasons
  ADD CONSTRAINT change_reasons_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT change_reasons_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT change_reasons_amount_fen_check CHECK (amount_fen BETWEEN -9900000000000000 AND 9900000000000000),
  ADD CONSTRAINT change_reasons_people_check CHECK (people BETWEEN -10000000 AND 10000000),
  ADD CONSTRAINT change_reasons_subject_check CHECK (char_length(subject) <= 200),
  ADD CONSTRAINT change_reasons_text_check CHECK (char_length(text) <= 2000);

ALTER TABLE attachments
  ADD CONSTRAINT attachments_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT attachments_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT attachments_file_name_check CHECK (char_length(file_name) <= 200),
  ADD CONSTRAINT attachments_media_type_check CHECK (media_type IN ('application/pdf', 'application/msword',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'image/png', 'image/jpeg')),
  ADD CONSTRAINT attachments_byte_length_check CHECK (byte_length BETWEEN 1 AND 20971520),
  ADD CONSTRAINT attachments_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$');

ALTER TABLE narrative_passages
  ADD CONSTRAINT narrative_passages_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT narrative_passages_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT narrative_passages_paragraph_id_check CHECK (char_length(paragraph_id) <= 200),
  ADD CONSTRAINT narrative_passages_text_check CHECK (char_length(text) <= 4000);

ALTER TABLE control_figures
  ADD CONSTRAINT control_figures_amount_fen_check CHECK (amount_fen BETWEEN 0 AND 9900000000000000);

ALTER TABLE comments
  DROP CONSTRAINT comments_collection_check,
  ADD CONSTRAINT comments_collection_check CHECK (collection IN ('revenue', 'carryForward', 'expenditure', 'projects',
    'indicators', 'goals', 'overallIndicators', 'procurement', 'priorYear', 'staff', 'calculations', 'reasons',
    'attachments', 'passages'));

-- Frozen with their version, as all content is
DO $$
DECLARE
  content text;
BEGIN
  FOREACH content IN ARRAY ARRAY['staff_groups', 'accepted_calculations', 'change_reasons', 'attachments',
    'narrative_passages']
  LOOP
    EXECUTE format('CREATE TRIGGER guard_version_content BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION guard_version_content()', content);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate()', content);
  END LOOP;
END $$;
