import { html, nothing } from 'lit';
import { duration, number } from '../../app/format.ts';
import { productTexts } from '../../product-texts.ts';
import { type Run, changes, compares, isUnderWay, took } from './run.ts';
import '@vaadin/progress-bar';

/** How far a run is, or what came of it: a sentence, and a bar while it moves. */
export function standing(run: Run): unknown {
  const words = productTexts.run;
  if (isUnderWay(run) && run.stop) {
    return moving(words.stopping);
  }
  switch (run.state) {
    case 'waiting':
      return moving(run.waitingFor ? words.waitsOn : words.waits);
    case 'planning':
      return moving(run.edition ? words.readsOf(run.edition.name) : words.reads);
    case 'held':
      return html`<p>${words.held} ${run.stop ? nothing : words.heldSince}</p>`;
    case 'writing':
      return moving(pace(run), run.progress.chunks ? run.progress.ended / run.progress.chunks : 0);
    case 'ended':
      return html`<p>${ended(run)}</p>`;
  }
}

function moving(text: string, share?: number): unknown {
  return html`
    <p>${text}</p>
    <vaadin-progress-bar aria-label=${productTexts.run.progress} ?indeterminate=${share === undefined} .value=${share ?? 0}></vaadin-progress-bar>
  `;
}

function pace(run: Run): string {
  const words = productTexts.run;
  const { done, failed, perSecond, secondsLeft } = run.progress;
  return [
    words.done(number(done + failed), number(changes(run))),
    ...failures(run),
    ...(perSecond === undefined ? [] : [words.pace(number(perSecond))]),
    ...(secondsLeft === undefined ? [] : [words.left(roughly(secondsLeft))]),
  ].join(', ');
}

function ended(run: Run): string {
  const words = productTexts.run;
  const { done, failed } = run.progress;
  const millis = took(run);
  if (done + failed === 0) {
    return run.result === 'success' ? words.nothing : words.nothingDone;
  }
  return [
    compares(run) ? words.compared(number(done)) : words.written(number(done)),
    ...(run.task === 'verify' ? unlike(run) : []),
    ...failures(run),
    ...(millis === undefined ? [] : [words.took(duration(millis))]),
  ]
    .join(', ')
    .concat('.', run.task === 'dry-run' ? words.would.said(wouldDo(run)) : '');
}

function unlike({ progress }: Run): readonly string[] {
  const words = productTexts.run;
  const { different = 0, missing = 0 } = progress.outcomes;
  return [...(different ? [words.unlike(number(different))] : []), ...(missing ? [words.missing(number(missing))] : [])];
}

/** What a run writes, or would write, by what was found. */
export function wouldDo({ found }: Run): readonly string[] {
  const words = productTexts.run.would;
  return [
    ...(found.toCreate ? [words.create(number(found.toCreate))] : []),
    ...(found.toUpdate ? [words.update(number(found.toUpdate))] : []),
    ...(found.toDeactivate ? [words.deactivate(number(found.toDeactivate))] : []),
  ];
}

function failures({ progress }: Run): readonly string[] {
  const words = productTexts.run;
  const failed = progress.failed - progress.untried;
  return [
    ...(failed ? [words.failed(number(failed))] : []),
    ...(progress.untried ? [words.untried(number(progress.untried))] : []),
  ];
}

function roughly(seconds: number): string {
  const words = productTexts.run;
  return seconds < 90 ? words.seconds(Math.ceil(seconds)) : words.minutes(Math.round(seconds / 60));
}
