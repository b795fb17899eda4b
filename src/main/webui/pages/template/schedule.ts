import { html } from 'lit';
import { timeZone } from '../../app/format.ts';
import { choiceInput, textInput } from '../../parts/inputs.ts';
import { zoneInput } from '../../parts/zone.ts';
import { texts } from '../../texts.ts';
import { inWords } from '../templates/schedule-words.ts';
import type { Crontab, Rate } from '../templates/template.ts';
import type { Editing } from './editing.ts';

const HOURLY: Rate = { every: 1, unit: 'hours' };

/** When a template runs: every so often, or at the times of a clock; said in words before it is saved. */
export function scheduleFields(editing: Editing): unknown {
  const words = texts.schedule;
  const { schedule } = editing;
  const isRate = 'every' in schedule;
  return html`
    <div class="fields">
      ${choiceInput(
        {
          label: words.way,
          value: isRate ? 'rate' : 'crontab',
          flaw: editing.flaw('schedule'),
          enter: (way) => editing.enter('schedule', way === 'rate' ? HOURLY : { cron: '0 6 * * 1-5', zone: timeZone }),
        },
        [
          { value: 'rate', label: words.rate },
          { value: 'crontab', label: words.clock },
        ],
      )}
      ${isRate ? rate(schedule, editing) : crontab(schedule, editing)}
    </div>
    <p role="status" class="spoken">${words.says(inWords(schedule))}</p>
    <p class="soft">${words.shortest(editing.kind.shortestIntervalMinutes)}</p>
  `;
}

function rate(schedule: Rate, editing: Editing): unknown {
  const words = texts.schedule;
  return [
    textInput({
      label: words.count,
      value: Number.isNaN(schedule.every) ? '' : String(schedule.every),
      flaw: editing.flaw('schedule.every'),
      enter: (typed) => editing.enter('schedule', { ...schedule, every: Number.parseInt(typed, 10) }),
    }),
    choiceInput(
      {
        label: words.unit,
        value: schedule.unit,
        flaw: editing.flaw('schedule.unit'),
        enter: (unit) => editing.enter('schedule', { ...schedule, unit: unit as Rate['unit'] }),
      },
      Object.entries(words.units).map(([value, label]) => ({ value, label })),
    ),
  ];
}

function crontab(schedule: Crontab, editing: Editing): unknown {
  const words = texts.schedule;
  return [
    textInput({
      label: words.line,
      hint: words.lineHint,
      value: schedule.cron,
      longest: 100,
      flaw: editing.flaw('schedule.cron'),
      enter: (cron) => editing.enter('schedule', { ...schedule, cron }),
    }),
    zoneInput({
      label: words.zone,
      value: schedule.zone,
      flaw: editing.flaw('schedule.zone'),
      enter: (zone) => editing.enter('schedule', { ...schedule, zone }),
    }),
  ];
}
