import { html, nothing } from 'lit';
import { duration, number, size, time } from '../../app/format.ts';
import { address } from '../../app/routes.ts';
import { productTexts } from '../../product-texts.ts';
import { type Edition, type Run, took } from './run.ts';

const WRITING = ['listed', 'selected', 'unchanged', 'toCreate', 'toUpdate', 'toDeactivate', 'heldBack', 'vanished', 'malformed', 'duplicates'] as const;
const VERIFYING = ['listed', 'selected', 'toCompare', 'vanished', 'malformed', 'duplicates'] as const;

/** The numbers that reading the catalogue brought to light. */
export function foundNumbers({ task, found, remarks }: Pick<Run, 'task' | 'found' | 'remarks'>): unknown {
  const words = productTexts.found;
  // What is to be compared counts as changed.
  const counts = { ...found, toCompare: found.toUpdate };
  const names = task === 'verify' ? VERIFYING : WRITING;
  return html`
    <section class="sheet">
      <h2>${words.title}</h2>
      <dl class="numbers">${names.map((name) => html`<div><dt>${words[name]}</dt><dd>${number(counts[name])}</dd></div>`)}</dl>
      ${found.heldBack ? html`<p class="soft">${words.hints.heldBack}</p>` : nothing}
      ${remarks.length
        ? html`
            <details>
              <summary>${words.remarks(remarks.length)}</summary>
              <ul>${remarks.map(({ subject, cause }) => html`<li><b>${subject}</b> ${cause}</li>`)}</ul>
            </details>
          `
        : nothing}
    </section>
  `;
}

/** When a run was, of which template, and what it read. */
export function runFacts(run: Run, template: string): unknown {
  const words = productTexts.runFacts;
  const millis = took(run);
  return html`
    <dl class="facts">
      <dt>${words.template}</dt>
      <dd><a href=${address('products', run.templateId)}>${template}</a></dd>
      <dt>${words.started}</dt>
      <dd>${time(run.at)} ${productTexts.run.by(run.startedBy)}</dd>
      ${millis === undefined ? nothing : html`<dt>${words.took}</dt><dd>${duration(millis)}</dd>`}
      <dt>${words.file}</dt>
      <dd>${run.edition ? fileWords(run.edition) : words.noFile}</dd>
      ${run.only ? html`<dt>${words.only}</dt><dd>${words.onlyCount(number(run.only))}</dd>` : nothing}
    </dl>
  `;
}

/** A file of the distributor: its name, its time, its size. */
export function fileWords({ name, at, bytes }: Edition): string {
  return `${name}, ${time(at)}, ${size(bytes)}`;
}
