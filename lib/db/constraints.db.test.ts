import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/tests/database.ts';
import { GOOD_RECORDS, type TableName } from '@/tests/good-records.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { database } from './client.ts';

useTestDatabase();

let ids: Readonly<Record<string, string>>;
let client: pg.Client;

beforeAll(async () => {
  const stage = await setStage();
  const { budgetId, versionId } = await stageDraft(stage);
  const projectKey = randomUUID();
  const { unitId, departmentId } = stage;
  const userId = stage.actors.CLERK.userId;
  const submittedId = await stageSubmitted({ unitId: stage.otherUnitId, year: stage.year }, userId);
  const { id: roundId } = await database().round.findFirstOrThrow();
  ids = { budgetId, versionId, projectKey, unitId, departmentId, userId, submittedId, roundId };
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await stageEdition(departmentId, userId);
  await insert('projects', { ...GOOD_RECORDS.projects, key: projectKey });
});

async function stageSubmitted(subject: Pick<Stage, 'unitId' | 'year'>, submittedById: string): Promise<string> {
  const { versionId: id } = await stageDraft(subject);
  const data = { state: 'SUBMITTED', submittedAt: new Date(), submittedById } as const;
  await database().budgetVersion.update({ where: { id }, data });
  return id;
}

/** An approved version with an edition of two files, of which one is there: no test of a record could commit one. */
async function stageEdition(departmentId: string, userId: string): Promise<void> {
  const { id: unitId } = await database().unit.create({
    data: { departmentId, code: '309777', name: '公开单位', fullName: '公开单位' },
  });
  const approvedId = await stageSubmitted({ unitId, year: 2023 }, userId);
  const decided = { state: 'APPROVED', decidedAt: new Date(), decidedById: userId } as const;
  const { budgetId } = await database().budgetVersion.update({ where: { id: approvedId }, data: decided });
  ids = { ...ids, departmentId, approvedId, approvedBudgetId: budgetId };
  ids = { ...ids, editionId: randomUUID(), departmentEditionId: randomUUID() };
  await client.query('BEGIN');
  await client.query('ALTER TABLE editions DISABLE TRIGGER check_edition_is_whole');
  await insert('editions', { ...GOOD_RECORDS.editions, id: '$editionId', number: 1, file_count: 2 });
  await insert('editions', {
    ...{ ...GOOD_RECORDS.editions, id: '$departmentEditionId', number: 1, source_count: 1 },
    ...{ budget_id: null, version_id: null, department_id: '$departmentId' },
  });
  await insert('edition_files', { ...GOOD_RECORDS.edition_files, position: 1, name: 'first.csv' });
  await client.query('ALTER TABLE editions ENABLE TRIGGER check_edition_is_whole');
  await client.query('COMMIT');
}

afterAll(() => client.end());

/** Inserts a record; `$name` is an id of the stage, `$fresh` a new one. */
async function insert(table: TableName, values: Readonly<Record<string, unknown>>): Promise<void> {
  const named = Object.entries(values).map(([column, value]) => {
    if (typeof value !== 'string' || !/^\$\w+$/.test(value)) return [column, value];
    return [column, value === '$fresh' ? randomUUID() : ids[value.slice(1)]];
  });
  const identity = 'version_id' in values && 'revision' in values ? { key: randomUUID() } : { id: randomUUID() };
  const record = JSON.stringify({ ...identity, ...Object.fromEntries(named) });
  await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`, [record]);
}

/** Inserts a good record with some values changed, and takes it back. */
async function tryInsert(table: TableName, changed: Readonly<Record<string, unknown>>): Promise<void> {
  await client.query('BEGIN');
  try {
    await insert(table, { ...GOOD_RECORDS[table], ...changed });
  } finally {
    await client.query('ROLLBACK');
  }
}

const TABLES = Object.keys(GOOD_RECORDS) as TableName[];
const AMOUNTS: readonly TableName[] = [
  ...(['revenue_lines', 'carry_forward_lines', 'expenditure_lines', 'procurement_lines', 'prior_year_lines'] as const),
  ...(['accepted_calculations', 'control_figures'] as const),
];
const FUNCTION_CODES: readonly TableName[] = [
  ...(['revenue_lines', 'expenditure_lines', 'projects', 'prior_year_lines', 'staff_groups'] as const),
];
const PER_HEAD = ['monthly_base_pay_fen', 'monthly_allowance_fen', 'yearly_bonus_fen', 'monthly_transport_fen'];
const ROWS = TABLES.filter((table) => 'position' in GOOD_RECORDS[table] && 'revision' in GOOD_RECORDS[table]);
const long = (length: number) => '长'.repeat(length);

/** Table, column and a value that must be refused, by the constraint `<table>_<column>_check`. */
const REFUSED: readonly (readonly [TableName, string, unknown])[] = [
  ...AMOUNTS.flatMap((table) => ['-1', '9900000000000001'].map((amount) => [table, 'amount_fen', amount] as const)),
  ...FUNCTION_CODES.flatMap((table) =>
    ['20', '2010', '201030', '20103081', '201a', '２０１', ' 201'].map(
      (code) => [table, 'function_code', code] as const,
    ),
  ),
  ...['30', '3020', '302011', 'abc'].map((code) => ['expenditure_lines', 'economic_code', code] as const),
  ...(['project_indicators', 'overall_indicators'] as const).flatMap(
    (table) =>
      [
        [table, 'comparison', '≥'],
        [table, 'comparison', ''],
        [table, 'weight', -1],
        [table, 'weight', 101],
        [table, 'target_value', long(301)],
        [table, 'unit_of_measure', long(51)],
      ] as const,
  ),
  ...ROWS.flatMap(
    (table) =>
      [
        [table, 'position', 'NaN'],
        [table, 'position', 'Infinity'],
        [table, 'revision', 0],
      ] as const,
  ),
  ['revenue_lines', 'note', long(501)],
  ['expenditure_lines', 'note', long(501)],
  ['projects', 'name', long(201)],
  ['projects', 'overview', long(4001)],
  ['projects', 'basis', long(4001)],
  ['projects', 'annual_objective', long(4001)],
  ['projects', 'start', long(51)],
  ['projects', 'duration', long(51)],
  ['projects', 'supervising_department', long(201)],
  ['projects', 'implementing_unit', long(201)],
  ['project_indicators', 'level1', long(51)],
  ['project_indicators', 'level2', long(51)],
  ['project_indicators', 'level3', long(301)],
  ['overall_goals', 'text', long(2001)],
  ['overall_indicators', 'name', long(301)],
  ['overall_indicators', 'type', long(51)],
  ['procurement_lines', 'item', long(301)],
  ...PER_HEAD.flatMap((column) =>
    ['-1', '9900000000000001'].map((amount) => ['staff_groups', column, amount] as const),
  ),
  ...['authorised_posts', 'head_count'].map((column) => ['staff_groups', column, -1] as const),
  ['staff_groups', 'grade', long(51)],
  ['staff_groups', 'note', long(501)],
  ['accepted_calculations', 'proposal_id', long(201)],
  ['accepted_calculations', 'formula', long(501)],
  ['change_reasons', 'amount_fen', '9900000000000001'],
  ['change_reasons', 'amount_fen', '-9900000000000001'],
  ['change_reasons', 'people', -10_000_001],
  ['change_reasons', 'subject', long(201)],
  ['change_reasons', 'text', long(2001)],
  ['attachments', 'file_name', long(201)],
  ['attachments', 'media_type', 'text/html'],
  ['attachments', 'byte_length', 0],
  ['attachments', 'byte_length', 20_971_521],
  ['attachments', 'sha256', 'A'.repeat(64)],
  ['attachment_contents', 'byte_length', 20_971_521],
  ['attachment_contents', 'content', '\\x62'],
  ['narrative_passages', 'paragraph_id', long(201)],
  ['narrative_passages', 'text', long(4001)],
  ['explanations', 'text', ''],
  ['explanations', 'text', long(2001)],
  ['explanations', 'finding_key', ''],
  ['comments', 'text', ''],
  ['comments', 'text', long(2001)],
  ['save_requests', 'digest', 'a'],
  ['departments', 'code', '30'],
  ['departments', 'code', '30a'],
  ['departments', 'name', ''],
  ['units', 'code', '3x9001'],
  ['units', 'full_name', ''],
  ['fiscal_years', 'year', 1999],
  ['fiscal_years', 'year', 2101],
  ['fiscal_years', 'project_weight_total', 101],
  ['fiscal_years', 'overall_weight_total', -1],
  ['fiscal_years', 'change_threshold_percent', -1],
  ['fiscal_years', 'annex_set', ''],
  ['edited_annex_sets', 'base', 'X Y'],
  ['edited_annex_sets', 'name', ''],
  ['edited_annex_sets', 'name', long(41)],
  ['edited_annex_sets', 'revision', 0],
  ['edited_annex_sets', 'edits', '[]'],
  ['edited_annex_sets', 'edits', '{"version":2,"annexes":{}}'],
  ['edited_annex_sets', 'edits', '{"version":1}'],
  ['edited_annex_sets', 'edits', `{"version":1,"annexes":{"1":{"title":"${long(100_000)}"}}}`],
  ['rounds', 'ordinal', 0],
  ['rounds', 'revision', 0],
  ['round_extensions', 'reason', ''],
  ['round_extensions', 'reason', long(501)],
  ['fiscal_years', 'revision', 0],
  ['users', 'email', 'nobody'],
  ['users', 'email', 'a b@c'],
  ['users', 'email', `a@${'b'.repeat(253)}`],
  ['control_figures', 'item', 'group:initial'],
  ['control_figures', 'item', 'project:1'],
  ['comment_templates', 'title', ''],
  ['comment_templates', 'title', long(51)],
  ['comment_templates', 'text', ''],
  ['comment_templates', 'revision', 0],
  ['explanation_verdicts', 'subject', ''],
  ['explanation_verdicts', 'text', ''],
  ['explanation_verdicts', 'text', long(2001)],
  ['review_digests', 'risk', -1],
  ['review_digests', 'risk', 101],
  ['notices', 'kind', 'Nonsense'],
  ['mail_turns', 'failures', -1],
  ['users', 'username', 'Clerk'],
  ['users', 'username', ''],
  ['users', 'username', '.clerk'],
  ['users', 'username', 'cl erk'],
  ['users', 'display_name', ''],
  ['users', 'password_hash', ''],
  ['settings', 'name', ''],
  ['settings', 'value', long(4001)],
  ['sign_in_counters', 'key', ''],
  ['sign_in_counters', 'tries', -1],
  ['units', 'name', ''],
  ['departments', 'full_name', ''],
  ['budgets', 'year', 1999],
  ['editions', 'number', 0],
  ['editions', 'title', ''],
  ['editions', 'title', long(501)],
  ['editions', 'contact', ''],
  ['editions', 'contact', long(101)],
  ['editions', 'file_count', 0],
  ['editions', 'file_count', 5001],
  ['editions', 'change_note', ''],
  ['editions', 'change_note', long(2001)],
  ['edition_sources', 'position', 0],
  ['edition_files', 'position', 0],
  ['edition_files', 'name', ''],
  ['edition_files', 'name', 'a/b.csv'],
  ['edition_files', 'name', 'a\\b.csv'],
  ['edition_files', 'format', 'CSV'],
  ['edition_files', 'content', '\\x62'],
  ['audit_events', 'action', 'nonsense'],
  ['audit_events', 'hash', 'xyz'],
];

const COUNTS = [
  ...['staff_on_post', 'staff_retired', 'retired_since_prior_budget'],
  ...['vehicles_total', 'vehicles_general', 'vehicles_law_enforcement', 'vehicles_planned_purchase'],
];
const PRIOR_AMOUNTS = [
  ...['overseas_trips', 'vehicle_purchase', 'vehicle_running', 'receptions', 'project_total', 'operating'],
].map((name) => `prior_${name}_fen`);

/** Column of the profile and a value that must be refused. */
const PROFILE_REFUSED: readonly (readonly [string, unknown])[] = [
  ['revision', 0],
  ['staff_as_of', '2022-13'],
  ['vehicles_as_of', '2022'],
  ...COUNTS.map((column) => [column, -1] as const),
  ...PRIOR_AMOUNTS.flatMap((column) => [[column, -1] as const, [column, '9900000000000001'] as const]),
  ['narrative', '[]'],
  ['narrative', JSON.stringify({ basicUse: long(400_000) })],
  ['divisions', null],
  ['divisions', Array(201).fill('科')],
  ['institutions', [long(20_001)]],
];

/** Records that are wrong only taken together, and the constraint that says so. */
const REFUSED_TOGETHER: readonly (readonly [TableName, Readonly<Record<string, unknown>>, string])[] = [
  ['editions', { department_id: '$departmentId' }, 'editions_subject_check'],
  ['editions', { source_count: 1 }, 'editions_subject_check'],
  ['internal_transfers', { payer_line_key: null }, 'internal_transfers_payer_check'],
  ['internal_transfers', { payer_budget_id: '$budgetId' }, 'internal_transfers_payer_check'],
  ['comments', { collection: 'revenue' }, 'comments_place_check'],
  ['comments', { row_key: '$fresh' }, 'comments_place_check'],
  ['comments', { field: 'amountFen' }, 'comments_place_check'],
  ['comments', { collection: 'nonsense', row_key: '$fresh' }, 'comments_collection_check'],
  ['comments', { collection: 'revenue', row_key: '$fresh', field: long(51) }, 'comments_field_check'],
  ['comments', { resolved_at: '2023-01-01' }, 'comments_resolved_check'],
  ['comments', { annex: '1', collection: 'revenue', row_key: '$fresh' }, 'comments_place_check'],
  ['comments', { annex: '1', annex_row: 'total' }, 'comments_place_check'],
  ['comments', { annex_row: 'total', annex_column: 'total' }, 'comments_place_check'],
  ['comments', { annex: long(51) }, 'comments_annex_check'],
  ['control_figures', { category: 'PERSONNEL', item: 'group:INITIAL_GENERAL' }, 'control_figures_item_check'],
  ['review_digests', { notes: -1 }, 'review_digests_counts_check'],
  ['review_digests', { unexplained_fen: '2' }, 'review_digests_unexplained_check'],
  ['notices', { budget_id: null }, 'notices_version_check'],
  ['notices', { unit_id: null }, 'notices_unit_check'],
  ['edition_files', { sha256: 'b'.repeat(64) }, 'edition_files_content_check'],
  ['edition_files', { byte_length: 2 }, 'edition_files_content_check'],
  ['edition_files', { name: 'first.csv' }, 'edition_files_edition_id_name_key'],
  ['editions', { number: 1 }, 'editions_budget_id_number_key'],
  ['editions', { withdrawn_at: '2023-04-01' }, 'editions_withdrawn_check'],
  ['editions', { withdraw_reason: '有误' }, 'editions_withdrawn_check'],
  ['editions', { withdraw_reason: '' }, 'editions_withdraw_reason_check'],
  ['rounds', { opened_at: '2023-02-01', closed_at: '2023-01-01' }, 'rounds_closed_check'],
  ['rounds', { closed_at: null }, 'rounds_closed_check'],
  ['rounds', { state: 'PLANNED', closed_at: null }, 'rounds_opened_check'],
  ['assignments', { role: 'CLERK', unit_id: null }, 'assignments_unit_check'],
  ['assignments', { role: 'UNIT_HEAD', unit_id: null }, 'assignments_unit_check'],
  ['assignments', { role: 'REVIEWER', unit_id: null }, 'assignments_unit_check'],
  ['assignments', { role: 'ADMIN' }, 'assignments_unit_check'],
  ['assignments', { role: 'AUDITOR' }, 'assignments_unit_check'],
  ['assignments', { role: 'BUDGET_OFFICE' }, 'assignments_unit_check'],
  ['assignments', { role: 'CLERK' }, 'assignments_user_id_role_unit_id_key'],
  ['budgets', {}, 'budgets_unit_id_year_key'],
  ['budgets', { year: 2050 }, 'budgets_year_fkey'],
  ['units', { code: '309001' }, 'units_code_key'],
  ['departments', { code: '309' }, 'departments_code_key'],
  ['users', { username: 'clerk-309' }, 'users_username_key'],
  ['expenditure_lines', { project_key: '$fresh' }, 'expenditure_lines_version_id_project_key_fkey'],
  ['project_indicators', { project_key: '$fresh' }, 'project_indicators_version_id_project_key_fkey'],
  ['attachments', { project_key: '$fresh' }, 'attachments_version_id_project_key_fkey'],
  ['attachment_contents', { sha256: 'A'.repeat(64), content: null }, 'attachment_contents_sha256_check'],
  ['attachment_contents', { unit_id: '$fresh' }, 'attachment_contents_unit_id_fkey'],
  ['control_figures', { unit_id: '$fresh' }, 'control_figures_unit_id_fkey'],
  ['control_figures', { year: 2050 }, 'control_figures_year_fkey'],
  ['revenue_lines', { version_id: '$fresh' }, 'revenue_lines_version_id_fkey'],
  ['comments', { parent_id: '$fresh' }, 'comments_parent_id_fkey'],
];

describe('the constraints of the database', () => {
  it.each(TABLES.filter((table) => table !== 'budgets'))('let a good record of %s in', async (table) => {
    await expect(tryInsert(table, {})).resolves.toBeUndefined();
  });

  it.each([
    ['revenue_lines', { amount_fen: '9900000000000000', function_code: '' }],
    ['expenditure_lines', { amount_fen: null, function_code: '201', economic_code: '' }],
    ['expenditure_lines', { function_code: '20103', economic_code: '302' }],
    ['overall_indicators', { weight: 0, comparison: 'qualitative' }],
    ['overall_indicators', { weight: 100 }],
    ['projects', { overview: long(4000) }],
    ['assignments', { role: 'ADMIN', unit_id: null, user_id: '$userId' }],
    ['users', { username: 'a' }],
    ['users', { email: 'office@example.org' }],
    ['comments', { annex: '3', annex_row: '30201', annex_column: 'total' }],
    ['comments', { annex: '12-1' }],
    ['control_figures', { item: 'project:00000000-0000-7000-8000-000000000000' }],
    ['explanation_verdicts', { verdict: 'ACCEPTED', text: '' }],
    ['rounds', { state: 'PLANNED', opened_at: null, closed_at: null }],
  ] as const)('let a record of %s in at the bounds: %o', async (table, changed) => {
    await expect(tryInsert(table, changed)).resolves.toBeUndefined();
  });

  it.each(REFUSED)('refuse %s.%s = %j', async (table, column, value) => {
    await expect(tryInsert(table, { [column]: value })).rejects.toMatchObject({
      code: '23514',
      constraint: `${table}_${column}_check`,
    });
  });

  it.each(REFUSED_TOGETHER)('refuse %s with %o by %s', async (table, changed, constraint) => {
    await expect(tryInsert(table, changed)).rejects.toMatchObject({ constraint });
  });

  it('lets a user hold a role without units once', async () => {
    await client.query('BEGIN');
    await insert('assignments', { user_id: ids.userId, role: 'ADMIN', unit_id: null });
    await expect(insert('assignments', { user_id: ids.userId, role: 'ADMIN', unit_id: null })).rejects.toMatchObject({
      constraint: 'assignments_user_id_role_key',
    });
    await client.query('ROLLBACK');
  });

  it.each(PROFILE_REFUSED)('refuses unit_profiles.%s = %j', async (column, value) => {
    const update = client.query(`UPDATE unit_profiles SET ${column} = $1 WHERE version_id = $2`, [
      value,
      ids.versionId,
    ]);
    await expect(update).rejects.toMatchObject({ code: '23514', constraint: `unit_profiles_${column}_check` });
  });

  it('has one draft, and one open version, a budget', async () => {
    const insertVersion = client.query('INSERT INTO budget_versions (id, budget_id, number) VALUES ($1, $2, 2)', [
      randomUUID(),
      ids.budgetId,
    ]);
    await expect(insertVersion).rejects.toMatchObject({ constraint: 'budget_versions_one_draft' });
  });

  it('has a test above for every check, or in frozen-versions.db.test.ts for those of versions', async () => {
    const { rows } = await client.query<{ conname: string }>(
      `SELECT conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
    );
    const tested = new Set([
      ...REFUSED.map(([table, column]) => `${table}_${column}_check`),
      ...REFUSED_TOGETHER.map(([, , constraint]) => constraint),
      ...PROFILE_REFUSED.map(([column]) => `unit_profiles_${column}_check`),
    ]);
    const names = rows.map(({ conname }) => conname).filter((name) => !name.startsWith('budget_versions_'));
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !tested.has(name))).toEqual([]);
  });
});
