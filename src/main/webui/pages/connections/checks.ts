import { html, nothing } from 'lit';
import type { Problem } from '../../app/problem.ts';
import { type Mood, badge } from '../../parts/badge.ts';
import { texts } from '../../texts.ts';
import type { Check } from './connection.ts';

const MOODS: Readonly<Record<Check['verdict'], Mood>> = { passed: 'good', failed: 'bad', skipped: 'plain' };

const TEST_FAILED = 'urn:nowbridge:problem:test-failed';

/** What a test looked at, in the order in which one check rests on another. */
export function checkLines(checks: readonly Check[]): unknown {
  return html`<ol class="checks">${checks.map(line)}</ol>`;
}

/** How many failed, in a sentence. */
export function checkSummary(checks: readonly Check[]): string {
  const failed = checks.filter((check) => check.verdict === 'failed').length;
  const skipped = checks.filter((check) => check.verdict === 'skipped').length;
  return texts.checks.summary(checks.length - failed - skipped, failed, skipped);
}

export function isFailedTest(problem: Problem): boolean {
  return problem.type === TEST_FAILED;
}

/** Why a system was not connected: the answer has the checks that failed, and no others. */
export function failedTest(problem: Problem): unknown {
  return html`
    <section class="problem" role="alert">
      <h2>${problem.title}</h2>
      <p>${texts.checks.nothingKept}</p>
      <ol class="checks">
        ${problem.errors.map(
          (failed) => html`
            <li>
              ${badge(texts.checks.verdicts.failed, 'bad')}
              <div>
                <b>${nameOf(failed.field)}</b>
                <p>${failed.message}</p>
              </div>
            </li>
          `,
        )}
      </ol>
      <p class="resolution">${problem.resolution}</p>
      <p class="who">${texts.who(problem.whoCanFix)}</p>
    </section>
  `;
}

function line(check: Check): unknown {
  return html`
    <li>
      ${badge(texts.checks.verdicts[check.verdict], MOODS[check.verdict])}
      <div>
        <b>${nameOf(check.name)}</b> ${check.subject ? html`<code>${check.subject}</code>` : nothing}
        ${check.cause ? html`<p>${check.cause}</p>` : nothing}
        ${check.fix ? html`<p class="fix">${check.fix}</p>` : nothing}
        ${check.verdict === 'failed' ? html`<p class="soft">${texts.who(check.whoCanFix)}</p>` : nothing}
      </div>
    </li>
  `;
}

function nameOf(check: string): string {
  return texts.checks.names[check] ?? check;
}
