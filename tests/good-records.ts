/** SHA-256 of the letter a. */
const DIGEST_OF_A = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';

const ROW = { version_id: '$versionId', position: 1, revision: 1 };
const MEASURE = { comparison: '=', target_value: '1', unit_of_measure: '件', weight: 10 };
const LINE = { ...ROW, source: 'GENERAL_PUBLIC', carried_over: false, amount_fen: '1' };

/** A good record of each table; `$name` stands for an id, a missing key is made up. */
export const GOOD_RECORDS = {
  revenue_lines: { ...LINE, function_code: '2010308', note: '' },
  carry_forward_lines: { ...LINE },
  expenditure_lines: { ...LINE, function_code: '2010308', economic_code: '30201', note: '' },
  projects: {
    ...ROW,
    ...{ name: '', function_code: '', category: 'INITIAL_GENERAL', nature: 'ONE_OFF', start: '', duration: '' },
    ...{ supervising_department: '', implementing_unit: '', overview: '', basis: '', annual_objective: '' },
  },
  project_indicators: { ...ROW, ...MEASURE, project_key: '$projectKey', level1: '', level2: '', level3: '' },
  overall_goals: { ...ROW, text: '' },
  overall_indicators: { ...ROW, ...MEASURE, name: '', type: '' },
  procurement_lines: { ...LINE, category: 'GOODS', item: '' },
  prior_year_lines: { ...ROW, function_code: '2010308', amount_fen: '1' },
  staff_groups: {
    ...{ ...ROW, kind: 'ADMINISTRATIVE', grade: '', function_code: '2010308', authorised_posts: 1, head_count: 1 },
    ...{ monthly_base_pay_fen: '1', monthly_allowance_fen: '1', yearly_bonus_fen: '1', monthly_transport_fen: '1' },
    note: '',
  },
  accepted_calculations: { ...ROW, line_key: '$fresh', proposal_id: 'p', amount_fen: '1', formula: '' },
  change_reasons: { ...ROW, subject: 'total', kind: 'PEOPLE', amount_fen: '-1', people: -1, text: '' },
  attachments: {
    ...{ ...ROW, project_key: '$projectKey', file_name: 'a.pdf', media_type: 'application/pdf', byte_length: 1 },
    sha256: 'a'.repeat(64),
  },
  narrative_passages: { ...ROW, paragraph_id: 'p', text: '' },
  control_figures: {
    ...{ unit_id: '$unitId', year: 2023, category: 'PROJECT', source: 'GENERAL_PUBLIC', amount_fen: '1' },
    ...{ item: '', updated_at: '2023-01-01' },
  },
  attachment_contents: {
    ...{ unit_id: '$unitId', sha256: DIGEST_OF_A, byte_length: 1, content: '\\x61' },
    created_at: '2023-01-01',
  },
  explanations: {
    version_id: '$versionId',
    finding_key: 'k',
    text: 't',
    author_id: '$userId',
    updated_at: '2023-01-01',
  },
  comments: {
    ...{ budget_id: '$budgetId', version_id: '$versionId', collection: null, row_key: null, field: null, text: 't' },
    ...{
      author_id: '$userId',
      author_role: 'CLERK',
      created_at: '2023-01-01',
      resolved_at: null,
      resolved_by_id: null,
    },
  },
  save_requests: {
    ...{ version_id: '$versionId', request_id: '$fresh', actor_id: '$userId', digest: 'a'.repeat(64), answer: {} },
    created_at: '2023-01-01',
  },
  departments: { code: '500', name: '部门', full_name: '部门', revision: 1 },
  units: {
    ...{ department_id: '$departmentId', code: '500001', name: '单位', full_name: '单位', kind: 'ADMINISTRATIVE' },
    ...{ confirmation_required: false, revision: 1 },
  },
  fiscal_years: {
    ...{ year: 2050, project_weight_total: 90, overall_weight_total: 100, change_threshold_percent: 30 },
    ...{ annex_set: 'chongqing', rounding: 'EACH_CELL', revision: 1 },
  },
  edited_annex_sets: {
    ...{ base: 'shanghai', name: 'n', edits: { version: 1, annexes: {} }, revision: 1 },
    ...{ updated_at: '2023-01-01', updated_by_id: '$userId' },
  },
  rounds: {
    year: 2023,
    ordinal: 9,
    kind: 'SINGLE_SUBMISSION',
    state: 'CLOSED',
    ...{ opened_at: '2023-01-01', closed_at: '2023-02-01', revision: 1 },
  },
  round_extensions: {
    ...{ round_id: '$roundId', unit_id: '$unitId', until: '2023-03-01', reason: 'r', granted_by_id: '$userId' },
    granted_at: '2023-02-01',
  },
  comment_templates: { title: 't', text: 't', revision: 1, created_at: '2023-01-01', owner_id: '$userId' },
  review_digests: {
    ...{ version_id: '$versionId', checked_at: '2023-01-01', errors: 0, warnings: 0, notes: 0, not_run: 0 },
    ...{ total_fen: '1', prior_fen: null, changed_fen: '1', unexplained_fen: '1', risk: 100, detail: {} },
  },
  notices: {
    ...{ user_id: '$userId', role: 'CLERK', kind: 'budget.returned', budget_id: '$budgetId', detail: {} },
    ...{ unit_id: '$unitId', version_id: '$versionId', created_at: '2023-01-01' },
  },
  mail_turns: { user_id: '$userId', next_at: '2023-01-01', failures: 0 },
  explanation_verdicts: {
    ...{ version_id: '$submittedId', subject: 'k', verdict: 'REFUSED', text: 't', by_id: '$userId' },
    at: '2023-01-01',
  },
  editions: {
    ...{ budget_id: '$approvedBudgetId', version_id: '$approvedId', number: 9, state: 'PUBLISHED', year: 2023 },
    ...{ unit_code: '309001', unit_name: '单位', department_code: '309', department_name: '部门', title: 't' },
    ...{ project_names: ['项目'], summary: {}, checklist: {}, contact: '办公室', change_note: '更正', changes: [] },
    ...{ file_count: 1, published_at: '2023-03-01', published_by_id: '$userId', eliminations: [], source_count: 0 },
  },
  edition_sources: {
    edition_id: '$departmentEditionId',
    position: 1,
    unit_code: '309777',
    unit_name: '单位',
    version_id: '$approvedId',
  },
  internal_transfers: {
    ...{ receiver_budget_id: '$budgetId', revenue_key: '$fresh', payer_budget_id: '$approvedBudgetId' },
    ...{ payer_line_key: '$fresh', revision: 1, answered_at: '2023-03-01', answered_by_id: '$userId' },
  },
  edition_files: {
    ...{ edition_id: '$editionId', position: 2, name: 'a.csv', format: 'csv', part: '1', media_type: 'text/csv' },
    ...{ byte_length: 1, sha256: DIGEST_OF_A, content: '\\x61' },
  },
  users: {
    ...{ username: 'somebody', display_name: '某人', password_hash: 'x', must_change_password: false },
    ...{ created_at: '2023-01-01', revision: 1, email: '', mail_wanted: true },
  },
  assignments: { user_id: '$userId', role: 'REVIEWER', unit_id: '$unitId' },
  budgets: { unit_id: '$unitId', year: 2023 },
  settings: { name: 'n', value: 'v' },
  sign_in_counters: { key: 'account:x', tries: 1, ends_at: '2023-01-01' },
  audit_events: {
    ...{ id: 999_999, at: '2023-01-01', action: 'test.done', detail: {}, previous: '0'.repeat(64) },
    hash: 'f'.repeat(64),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export type TableName = keyof typeof GOOD_RECORDS;
