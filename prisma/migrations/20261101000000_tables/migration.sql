-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "VersionState" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED');

-- CreateEnum
CREATE TYPE "FundSource" AS ENUM ('GENERAL_PUBLIC', 'GOVERNMENT_FUND', 'STATE_CAPITAL', 'FISCAL_ACCOUNT', 'BUSINESS', 'SUPERIOR_SUBSIDY', 'AFFILIATE_PAYMENT', 'OPERATION', 'OTHER');

-- CreateEnum
CREATE TYPE "ProjectCategory" AS ENUM ('INITIAL_PERSONNEL', 'INITIAL_GENERAL', 'INITIAL_LIVELIHOOD', 'SUPERIOR_ADVANCE', 'SUPERIOR_CARRY_OVER', 'SUPERIOR_MUNICIPAL');

-- CreateEnum
CREATE TYPE "ProjectNature" AS ENUM ('RECURRING', 'ONE_OFF', 'CONTINUING');

-- CreateEnum
CREATE TYPE "ProcurementCategory" AS ENUM ('GOODS', 'WORKS', 'SERVICES');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('CLERK', 'UNIT_HEAD', 'REVIEWER', 'BUDGET_OFFICE', 'ADMIN', 'AUDITOR');

-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('ADMINISTRATIVE', 'CIVIL_SERVICE_LAW', 'PUBLIC_INSTITUTION');

-- CreateEnum
CREATE TYPE "RoundKind" AS ENUM ('FIRST_SUBMISSION', 'SECOND_SUBMISSION', 'SINGLE_SUBMISSION');

-- CreateTable
CREATE TABLE "budgets" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,

    CONSTRAINT "budgets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_versions" (
    "id" UUID NOT NULL,
    "budget_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "VersionState" NOT NULL DEFAULT 'DRAFT',
    "round_id" UUID,
    "content_revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decision_comment" TEXT,

    CONSTRAINT "budget_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revenue_lines" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "source" "FundSource" NOT NULL,
    "carried_over" BOOLEAN NOT NULL,
    "function_code" TEXT NOT NULL,
    "amount_fen" BIGINT,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "revenue_lines_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "carry_forward_lines" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "source" "FundSource" NOT NULL,
    "amount_fen" BIGINT,

    CONSTRAINT "carry_forward_lines_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "expenditure_lines" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "project_key" UUID,
    "function_code" TEXT NOT NULL,
    "economic_code" TEXT NOT NULL,
    "source" "FundSource" NOT NULL,
    "carried_over" BOOLEAN NOT NULL,
    "amount_fen" BIGINT,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "expenditure_lines_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "projects" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "function_code" TEXT NOT NULL,
    "category" "ProjectCategory" NOT NULL,
    "nature" "ProjectNature" NOT NULL,
    "start" TEXT NOT NULL,
    "duration" TEXT NOT NULL,
    "supervising_department" TEXT NOT NULL,
    "implementing_unit" TEXT NOT NULL,
    "overview" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "annual_objective" TEXT NOT NULL,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "project_indicators" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "project_key" UUID NOT NULL,
    "level1" TEXT NOT NULL,
    "level2" TEXT NOT NULL,
    "level3" TEXT NOT NULL,
    "comparison" TEXT NOT NULL,
    "target_value" TEXT NOT NULL,
    "unit_of_measure" TEXT NOT NULL,
    "weight" INTEGER,

    CONSTRAINT "project_indicators_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "overall_goals" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL,

    CONSTRAINT "overall_goals_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "overall_indicators" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "comparison" TEXT NOT NULL,
    "target_value" TEXT NOT NULL,
    "unit_of_measure" TEXT NOT NULL,
    "weight" INTEGER,

    CONSTRAINT "overall_indicators_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "procurement_lines" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "category" "ProcurementCategory" NOT NULL,
    "item" TEXT NOT NULL,
    "source" "FundSource" NOT NULL,
    "carried_over" BOOLEAN NOT NULL,
    "amount_fen" BIGINT,

    CONSTRAINT "procurement_lines_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "prior_year_lines" (
    "version_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "function_code" TEXT NOT NULL,
    "amount_fen" BIGINT,

    CONSTRAINT "prior_year_lines_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateTable
CREATE TABLE "unit_profiles" (
    "version_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "staff_as_of" TEXT NOT NULL DEFAULT '',
    "staff_on_post" INTEGER,
    "staff_retired" INTEGER,
    "retired_since_prior_budget" INTEGER,
    "divisions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "institutions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "vehicles_as_of" TEXT NOT NULL DEFAULT '',
    "vehicles_total" INTEGER,
    "vehicles_general" INTEGER,
    "vehicles_law_enforcement" INTEGER,
    "vehicles_planned_purchase" INTEGER,
    "prior_overseas_trips_fen" BIGINT,
    "prior_vehicle_purchase_fen" BIGINT,
    "prior_vehicle_running_fen" BIGINT,
    "prior_receptions_fen" BIGINT,
    "prior_project_total_fen" BIGINT,
    "prior_operating_fen" BIGINT,
    "narrative" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "unit_profiles_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "unit_id" UUID,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "acting_role" "Role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_counters" (
    "key" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_counters_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "departments" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "departments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "units" (
    "id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "kind" "UnitKind" NOT NULL DEFAULT 'ADMINISTRATIVE',
    "disabled_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fiscal_years" (
    "year" INTEGER NOT NULL,
    "project_weight_total" INTEGER NOT NULL DEFAULT 90,
    "overall_weight_total" INTEGER NOT NULL DEFAULT 100,
    "change_threshold_percent" INTEGER NOT NULL DEFAULT 30,
    "annex_set" TEXT NOT NULL DEFAULT 'chongqing',

    CONSTRAINT "fiscal_years_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "rounds" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "RoundKind" NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),

    CONSTRAINT "rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "explanations" (
    "version_id" UUID NOT NULL,
    "finding_key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "explanations_pkey" PRIMARY KEY ("version_id","finding_key")
);

-- CreateTable
CREATE TABLE "comments" (
    "id" UUID NOT NULL,
    "budget_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "parent_id" UUID,
    "collection" TEXT,
    "row_key" UUID,
    "field" TEXT,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "author_role" "Role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "role" "Role",
    "budget_id" UUID,
    "version_id" UUID,
    "action" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "save_requests" (
    "version_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "save_requests_pkey" PRIMARY KEY ("version_id","request_id")
);

-- CreateTable
CREATE TABLE "settings" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "budgets_year_idx" ON "budgets"("year");

-- CreateIndex
CREATE UNIQUE INDEX "budgets_unit_id_year_key" ON "budgets"("unit_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "budget_versions_budget_id_number_key" ON "budget_versions"("budget_id", "number");

-- CreateIndex
CREATE INDEX "expenditure_lines_version_id_project_key_idx" ON "expenditure_lines"("version_id", "project_key");

-- CreateIndex
CREATE INDEX "project_indicators_version_id_project_key_idx" ON "project_indicators"("version_id", "project_key");

-- CreateIndex
CREATE UNIQUE INDEX "users_username_key" ON "users"("username");

-- CreateIndex
CREATE INDEX "assignments_unit_id_idx" ON "assignments"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_user_id_role_unit_id_key" ON "assignments"("user_id", "role", "unit_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_counters_ends_at_idx" ON "sign_in_counters"("ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "departments_code_key" ON "departments"("code");

-- CreateIndex
CREATE UNIQUE INDEX "units_code_key" ON "units"("code");

-- CreateIndex
CREATE INDEX "units_department_id_idx" ON "units"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "rounds_year_ordinal_key" ON "rounds"("year", "ordinal");

-- CreateIndex
CREATE INDEX "comments_budget_id_idx" ON "comments"("budget_id");

-- CreateIndex
CREATE INDEX "audit_events_budget_id_id_idx" ON "audit_events"("budget_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_version_id_id_idx" ON "audit_events"("version_id", "id");

-- CreateIndex
CREATE INDEX "save_requests_created_at_idx" ON "save_requests"("created_at");

-- AddForeignKey
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_year_fkey" FOREIGN KEY ("year") REFERENCES "fiscal_years"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_versions" ADD CONSTRAINT "budget_versions_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budgets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_versions" ADD CONSTRAINT "budget_versions_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_versions" ADD CONSTRAINT "budget_versions_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_versions" ADD CONSTRAINT "budget_versions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_lines" ADD CONSTRAINT "revenue_lines_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carry_forward_lines" ADD CONSTRAINT "carry_forward_lines_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expenditure_lines" ADD CONSTRAINT "expenditure_lines_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expenditure_lines" ADD CONSTRAINT "expenditure_lines_version_id_project_key_fkey" FOREIGN KEY ("version_id", "project_key") REFERENCES "projects"("version_id", "key") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_indicators" ADD CONSTRAINT "project_indicators_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_indicators" ADD CONSTRAINT "project_indicators_version_id_project_key_fkey" FOREIGN KEY ("version_id", "project_key") REFERENCES "projects"("version_id", "key") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overall_goals" ADD CONSTRAINT "overall_goals_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overall_indicators" ADD CONSTRAINT "overall_indicators_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procurement_lines" ADD CONSTRAINT "procurement_lines_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prior_year_lines" ADD CONSTRAINT "prior_year_lines_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_profiles" ADD CONSTRAINT "unit_profiles_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "units" ADD CONSTRAINT "units_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_year_fkey" FOREIGN KEY ("year") REFERENCES "fiscal_years"("year") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budgets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budgets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "save_requests" ADD CONSTRAINT "save_requests_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "save_requests" ADD CONSTRAINT "save_requests_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


