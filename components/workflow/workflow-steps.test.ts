import { describe, expect, it } from 'vitest';
import { workflowSteps } from './workflow-steps.ts';

const at = (...input: Parameters<typeof workflowSteps>) =>
  workflowSteps(...input)
    .map(({ label, state, open }) => `${label}${{ done: '✓', current: '●', ahead: '' }[state]}${open || ''}`)
    .join(' ');

describe('the six steps', () => {
  it('are at drafting while something is missing, at submission once nothing is', () => {
    expect(at('DRAFT', 4)).toBe('编制● 校验4 送审 审核 批复 公开');
    expect(at('DRAFT', 0)).toBe('编制✓ 校验✓ 送审● 审核 批复 公开');
  });

  it('follow the decision on the version', () => {
    expect(at('SUBMITTED', 0)).toBe('编制✓ 校验✓ 送审✓ 审核● 批复 公开');
    expect(at('APPROVED', 2)).toBe('编制✓ 校验✓ 送审✓ 审核✓ 批复✓ 公开●');
  });
});
