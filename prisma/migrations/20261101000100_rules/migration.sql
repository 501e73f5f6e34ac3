-- What the database refuses by itself, whoever writes: see lib/db for the code that keeps to it.
-- Codes are checked by pattern alone: whether the year's edition knows one is a matter of the checks (勾稽关系).

-- Values ---------------------------------------------------------------------------------------------------------

ALTER TABLE revenue_lines
  ADD CONSTRAINT revenue_lines_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT revenue_lines_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT revenue_lines_amount_fen_check CHECK (amount_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT revenue_lines_function_code_check CHECK (function_code ~ '^([0-9]{3}([0-9]{2}([0-9]{2})?)?)?$'),
  ADD CONSTRAINT revenue_lines_note_check CHECK (char_length(note) <= 500);

ALTER TABLE carry_forward_lines
  ADD CONSTRAINT carry_forward_lines_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT carry_forward_lines_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT carry_forward_lines_amount_fen_check CHECK (amount_fen BETWEEN 0 AND 9900000000000000);

ALTER TABLE expenditure_lines
  ADD CONSTRAINT expenditure_lines_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT expenditure_lines_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT expenditure_lines_amount_fen_check CHECK (amount_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT expenditure_lines_function_code_check CHECK (function_code ~ '^([0-9]{3}([0-9]{2}([0-9]{2})?)?)?$'),
  ADD CONSTRAINT expenditure_lines_economic_code_check CHECK (economic_code ~ '^([0-9]{3}([0-9]{2})?)?$'),
  ADD CONSTRAINT expenditure_lines_note_check CHECK (char_length(note) <= 500);

ALTER TABLE projects
  ADD CONSTRAINT projects_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT projects_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT projects_function_code_check CHECK (function_code ~ '^([0-9]{3}([0-9]{2}([0-9]{2})?)?)?$'),
  ADD CONSTRAINT projects_name_check CHECK (char_length(name) <= 200),
  ADD CONSTRAINT projects_start_check CHECK (char_length(start) <= 50),
  ADD CONSTRAINT projects_duration_check CHECK (char_length(duration) <= 50),
  ADD CONSTRAINT projects_supervising_department_check CHECK (char_length(supervising_department) <= 200),
  ADD CONSTRAINT projects_implementing_unit_check CHECK (char_length(implementing_unit) <= 200),
  ADD CONSTRAINT projects_overview_check CHECK (char_length(overview) <= 4000),
  ADD CONSTRAINT projects_basis_check CHECK (char_length(basis) <= 4000),
  ADD CONSTRAINT projects_annual_objective_check CHECK (char_length(annual_objective) <= 4000);

ALTER TABLE project_indicators
  ADD CONSTRAINT project_indicators_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT project_indicators_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT project_indicators_comparison_check CHECK (comparison IN ('=', '>', '>=', '<', '<=', 'qualitative')),
  ADD CONSTRAINT project_indicators_weight_check CHECK (weight BETWEEN 0 AND 100),
  ADD CONSTRAINT project_indicators_level1_check CHECK (char_length(level1) <= 50),
  ADD CONSTRAINT project_indicators_level2_check CHECK (char_length(level2) <= 50),
  ADD CONSTRAINT project_indicators_level3_check CHECK (char_length(level3) <= 300),
  ADD CONSTRAINT project_indicators_target_value_check CHECK (char_length(target_value) <= 300),
  ADD CONSTRAINT project_indicators_unit_of_measure_check CHECK (char_length(unit_of_measure) <= 50);

ALTER TABLE overall_goals
  ADD CONSTRAINT overall_goals_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT overall_goals_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT overall_goals_text_check CHECK (char_length(text) <= 2000);

ALTER TABLE overall_indicators
  ADD CONSTRAINT overall_indicators_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT overall_indicators_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT overall_indicators_comparison_check CHECK (comparison IN ('=', '>', '>=', '<', '<=', 'qualitative')),
  ADD CONSTRAINT overall_indicators_weight_check CHECK (weight BETWEEN 0 AND 100),
  ADD CONSTRAINT overall_indicators_name_check CHECK (char_length(name) <= 300),
  ADD CONSTRAINT overall_indicators_type_check CHECK (char_length(type) <= 50),
  ADD CONSTRAINT overall_indicators_target_value_check CHECK (char_length(target_value) <= 300),
  ADD CONSTRAINT overall_indicators_unit_of_measure_check CHECK (char_length(unit_of_measure) <= 50);

ALTER TABLE procurement_lines
  ADD CONSTRAINT procurement_lines_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT procurement_lines_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT procurement_lines_amount_fen_check CHECK (amount_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT procurement_lines_item_check CHECK (char_length(item) <= 300);

ALTER TABLE prior_year_lines
  ADD CONSTRAINT prior_year_lines_position_check CHECK (position > '-Infinity' AND position < 'Infinity'),
  ADD CONSTRAINT prior_year_lines_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT prior_year_lines_amount_fen_check CHECK (amount_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT prior_year_lines_function_code_check CHECK (function_code ~ '^([0-9]{3}([0-9]{2}([0-9]{2})?)?)?$');

ALTER TABLE unit_profiles
  ADD CONSTRAINT unit_profiles_revision_check CHECK (revision >= 1),
  ADD CONSTRAINT unit_profiles_prior_overseas_trips_fen_check CHECK (prior_overseas_trips_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT unit_profiles_prior_vehicle_purchase_fen_check CHECK (prior_vehicle_purchase_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT unit_profiles_prior_vehicle_running_fen_check CHECK (prior_vehicle_running_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT unit_profiles_prior_receptions_fen_check CHECK (prior_receptions_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT unit_profiles_prior_project_total_fen_check CHECK (prior_project_total_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT unit_profiles_prior_operating_fen_check CHECK (prior_operating_fen BETWEEN 0 AND 9900000000000000),
  ADD CONSTRAINT unit_profiles_staff_on_post_check CHECK (staff_on_post BETWEEN 0 AND 10000000),
  ADD CONSTRAINT unit_profiles_staff_retired_check CHECK (staff_retired BETWEEN 0 AND 10000000),
  ADD CONSTRAINT unit_profiles_retired_since_prior_budget_check CHECK (retired_since_prior_budget BETWEEN 0 AND 10000000),
  ADD CONSTRAINT unit_profiles_vehicles_total_check CHECK (vehicles_total BETWEEN 0 AND 10000000),
  ADD CONSTRAINT unit_profiles_vehicles_general_check CHECK (vehicles_general BETWEEN 0 AND 10000000),
  ADD CONSTRAINT unit_profiles_vehicles_law_enforcement_check CHECK (vehicles_law_enforcement BETWEEN 0 AND 10000000),
  ADD CONSTRAINT unit_profiles_vehicles_planned_purchase_check CHECK (vehicles_planned_purchase BETWEEN 0 AND 10000000),
  ADD CONSTRAINT unit_profiles_staff_as_of_check CHECK (staff_as_of ~ '^([0-9]{4}-(0[1-9]|1[0-2]))?$'),
  ADD CONSTRAINT unit_profiles_vehicles_as_of_check CHECK (vehicles_as_of ~ '^([0-9]{4}-(0[1-9]|1[0-2]))?$'),
  ADD CONSTRAINT unit_profiles_divisions_check CHECK (divisions IS NOT NULL AND cardinality(divisions) <= 200 AND char_length(array_to_string(divisions, '')) <= 20000),
  ADD CONSTRAINT unit_profiles_institutions_check CHECK (institutions IS NOT NULL AND cardinality(institutions) <= 200 AND char_length(array_to_string(institutions, '')) <= 20000),
  ADD CONSTRAINT unit_profiles_narrative_check CHECK (jsonb_typeof(narrative) = 'object' AND char_length(narrative::text) <= 400000);

ALTER TABLE departments
  ADD CONSTRAINT departments_code_check CHECK (code ~ '^[0-9]{3,12}$'),
  ADD CONSTRAINT departments_name_check CHECK (char_length(name) BETWEEN 1 AND 100),
  ADD CONSTRAINT departments_full_name_check CHECK (char_length(full_name) BETWEEN 1 AND 200);

ALTER TABLE units
  ADD CONSTRAINT units_code_check CHECK (code ~ '^[0-9]{3,12}$'),
  ADD CONSTRAINT units_name_check CHECK (char_length(name) BETWEEN 1 AND 100),
  ADD CONSTRAINT units_full_name_check CHECK (char_length(full_name) BETWEEN 1 AND 200);

ALTER TABLE fiscal_years
  ADD CONSTRAINT fiscal_years_year_check CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT fiscal_years_project_weight_total_check CHECK (project_weight_total BETWEEN 0 AND 100),
  ADD CONSTRAINT fiscal_years_overall_weight_total_check CHECK (overall_weight_total BETWEEN 0 AND 100),
  ADD CONSTRAINT fiscal_years_change_threshold_percent_check CHECK (change_threshold_percent BETWEEN 0 AND 1000),
  ADD CONSTRAINT fiscal_years_annex_set_check CHECK (char_length(annex_set) BETWEEN 1 AND 50);

ALTER TABLE rounds
  ADD CONSTRAINT rounds_ordinal_check CHECK (ordinal BETWEEN 1 AND 10),
  ADD CONSTRAINT rounds_period_check CHECK (closes_at > opens_at);

ALTER TABLE users
  ADD CONSTRAINT users_username_check CHECK (username ~ '^[a-z0-9]([a-z0-9.-]{0,30}[a-z0-9])?$'),
  ADD CONSTRAINT users_display_name_check CHECK (char_length(display_name) BETWEEN 1 AND 50),
  ADD CONSTRAINT users_password_hash_check CHECK (char_length(password_hash) BETWEEN 1 AND 500);

-- A role that is bound to units names one; the others act on all units or on none
ALTER TABLE assignments
  ADD CONSTRAINT assignments_unit_check CHECK ((role IN ('CLERK', 'UNIT_HEAD', 'REVIEWER')) = (unit_id IS NOT NULL));

-- The key of assignments lets a null unit in twice
CREATE UNIQUE INDEX assignments_user_id_role_key ON assignments (user_id, role) WHERE unit_id IS NULL;

ALTER TABLE explanations
  ADD CONSTRAINT explanations_finding_key_check CHECK (char_length(finding_key) BETWEEN 1 AND 500),
  ADD CONSTRAINT explanations_text_check CHECK (char_length(text) BETWEEN 1 AND 2000);

ALTER TABLE comments
  ADD CONSTRAINT comments_text_check CHECK (char_length(text) BETWEEN 1 AND 2000),
  ADD CONSTRAINT comments_field_check CHECK (char_length(field) <= 50),
  ADD CONSTRAINT comments_place_check CHECK (
    (collection IS NULL) = (row_key IS NULL) AND (field IS NULL OR collection IS NOT NULL)),
  ADD CONSTRAINT comments_collection_check CHECK (collection IN ('revenue', 'carryForward', 'expenditure', 'projects',
    'indicators', 'goals', 'overallIndicators', 'procurement', 'priorYear')),
  ADD CONSTRAINT comments_resolved_check CHECK ((resolved_at IS NULL) = (resolved_by_id IS NULL));

ALTER TABLE save_requests
  ADD CONSTRAINT save_requests_digest_check CHECK (digest ~ '^[0-9a-f]{64}$');

ALTER TABLE sign_in_counters
  ADD CONSTRAINT sign_in_counters_key_check CHECK (char_length(key) BETWEEN 1 AND 200),
  ADD CONSTRAINT sign_in_counters_tries_check CHECK (tries >= 0);

ALTER TABLE settings
  ADD CONSTRAINT settings_name_check CHECK (char_length(name) BETWEEN 1 AND 100),
  ADD CONSTRAINT settings_value_check CHECK (char_length(value) <= 4000);

-- Versions ---------------------------------------------------------------------------------------------------------

ALTER TABLE budgets
  ADD CONSTRAINT budgets_year_check CHECK (year BETWEEN 2000 AND 2100);

ALTER TABLE budget_versions
  ADD CONSTRAINT budget_versions_number_check CHECK (number >= 1),
  ADD CONSTRAINT budget_versions_content_revision_check CHECK (content_revision >= 1),
  ADD CONSTRAINT budget_versions_decision_comment_check CHECK (char_length(decision_comment) BETWEEN 1 AND 2000),
  ADD CONSTRAINT budget_versions_submitted_check CHECK (
    (state <> 'DRAFT') = (submitted_at IS NOT NULL) AND (submitted_at IS NULL) = (submitted_by_id IS NULL)),
  ADD CONSTRAINT budget_versions_decided_check CHECK (
    (state IN ('RETURNED', 'APPROVED')) = (decided_at IS NOT NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT budget_versions_comment_check CHECK (
    CASE state WHEN 'RETURNED' THEN decision_comment IS NOT NULL WHEN 'APPROVED' THEN true ELSE decision_comment IS NULL END);

-- At most one version of a budget is open: being drafted, or waiting for a decision
CREATE UNIQUE INDEX budget_versions_one_draft ON budget_versions (budget_id) WHERE state = 'DRAFT';
CREATE UNIQUE INDEX budget_versions_one_open ON budget_versions (budget_id) WHERE state IN ('DRAFT', 'SUBMITTED');

-- The workflow: DRAFT → SUBMITTED → RETURNED | APPROVED, begun as a draft, and nothing else changes on the way
CREATE FUNCTION guard_budget_version() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF (NEW.id, NEW.budget_id, NEW.number, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.budget_id, OLD.number, OLD.created_at) THEN
    RAISE EXCEPTION 'the identity of version % cannot change', OLD.id USING ERRCODE = 'MS001';
  END IF;
  IF OLD.state = 'DRAFT' AND NEW.state = 'DRAFT' THEN
    IF NEW.content_revision < OLD.content_revision THEN
      RAISE EXCEPTION 'the content revision of version % cannot go back', OLD.id USING ERRCODE = 'MS001';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.state, NEW.state) NOT IN (('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'APPROVED')) THEN
    RAISE EXCEPTION 'version % cannot go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'MS002';
  END IF;
  IF (NEW.content_revision, NEW.round_id) IS DISTINCT FROM (OLD.content_revision, OLD.round_id)
     OR OLD.state = 'SUBMITTED'
        AND (NEW.submitted_at, NEW.submitted_by_id) IS DISTINCT FROM (OLD.submitted_at, OLD.submitted_by_id) THEN
    RAISE EXCEPTION 'version % changes more than its state', OLD.id USING ERRCODE = 'MS001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard_budget_version BEFORE INSERT OR UPDATE OR DELETE ON budget_versions
  FOR EACH ROW EXECUTE FUNCTION guard_budget_version();

-- Rows of a version that is no draft are frozen. The version is read under a share lock, so that a row and a submission
-- that are written at once cannot miss each other. A version that is gone was a draft (guard_budget_version): its rows
-- go with it.
CREATE FUNCTION refuse_unless_draft(version uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  found_state "VersionState";
BEGIN
  SELECT state INTO found_state FROM budget_versions WHERE id = version FOR SHARE;
  IF found_state <> 'DRAFT' THEN
    RAISE EXCEPTION 'version % is %: its content is frozen', version, found_state USING ERRCODE = 'MS001';
  END IF;
END $$;

CREATE FUNCTION guard_version_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.version_id <> OLD.version_id THEN
    RAISE EXCEPTION 'a row of version % cannot move to another', OLD.version_id USING ERRCODE = 'MS001';
  END IF;
  IF TG_OP = 'DELETE' THEN
    PERFORM refuse_unless_draft(OLD.version_id);
    RETURN OLD;
  END IF;
  PERFORM refuse_unless_draft(NEW.version_id);
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % cannot be truncated', TG_TABLE_NAME USING ERRCODE = 'MS001';
END $$;

DO $$
DECLARE
  content text;
BEGIN
  FOREACH content IN ARRAY ARRAY['revenue_lines', 'carry_forward_lines', 'expenditure_lines', 'projects',
    'project_indicators', 'overall_goals', 'overall_indicators', 'procurement_lines', 'prior_year_lines',
    'unit_profiles', 'explanations']
  LOOP
    EXECUTE format('CREATE TRIGGER guard_version_content BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION guard_version_content()', content);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate()', content);
  END LOOP;
END $$;

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON budget_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

-- Comments ---------------------------------------------------------------------------------------------------------

-- What was said stays as it was said; a comment can be settled once, and goes only with a draft that is deleted
CREATE FUNCTION guard_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM budget_versions WHERE id = OLD.version_id) THEN
      RAISE EXCEPTION 'comment % cannot be deleted', OLD.id USING ERRCODE = 'MS001';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.budget_id, NEW.version_id, NEW.parent_id, NEW.collection, NEW.row_key, NEW.field, NEW.text,
      NEW.author_id, NEW.author_role, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.budget_id, OLD.version_id, OLD.parent_id, OLD.collection, OLD.row_key, OLD.field, OLD.text,
      OLD.author_id, OLD.author_role, OLD.created_at)
     OR OLD.resolved_at IS NOT NULL THEN
    RAISE EXCEPTION 'comment % cannot be changed', OLD.id USING ERRCODE = 'MS001';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER guard_comment BEFORE UPDATE OR DELETE ON comments
  FOR EACH ROW EXECUTE FUNCTION guard_comment();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON comments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

-- The audit log ----------------------------------------------------------------------------------------------------

ALTER TABLE audit_events
  ADD CONSTRAINT audit_events_action_check CHECK (action ~ '^[a-z][A-Za-z0-9_-]*([.][A-Za-z0-9_-]+)+$' AND char_length(action) <= 100),
  ADD CONSTRAINT audit_events_hash_check CHECK (hash ~ '^[0-9a-f]{64}$' AND previous ~ '^[0-9a-f]{64}$');

-- An event has one successor: a chain cannot fork
CREATE UNIQUE INDEX audit_events_chain_key ON audit_events
  (coalesce(budget_id, '00000000-0000-0000-0000-000000000000'::uuid), previous);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'MS003';
END $$;

CREATE TRIGGER refuse_audit_change BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER refuse_audit_truncate BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
