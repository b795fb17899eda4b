import { texts } from '../../texts.ts';
import type { Schedule } from './template.ts';

const NUMBERS = /^\d+(,\d+)*$/;
const MOST_TIMES = 6;

/** When a template runs, as people say it; a crontab line that is no everyday one stands for itself. */
export function inWords(schedule: Schedule): string {
  const words = texts.schedule;
  if ('every' in schedule) {
    return words.every(schedule.every, schedule.unit);
  }
  const [minute = '', hour = '', day = '', month = '', weekday = '', ...more] = schedule.cron.trim().split(/\s+/);
  const times = timesOf(minute, hour);
  const days = daysOf(day, weekday);
  const months = month === '*' ? '' : named(month, words.months, 1);
  if (more.length || times === undefined || days === undefined || months === undefined) {
    return words.crontab(schedule.cron, schedule.zone);
  }
  return words.at(times, days, months && words.inMonths(months), schedule.zone);
}

function timesOf(minute: string, hour: string): string | undefined {
  const words = texts.schedule;
  if (hour === '*') {
    const step = stepOf(minute);
    return step ? words.everyMinutes(step) : NUMBERS.test(minute) ? words.minuteOfHour(minute) : undefined;
  }
  const hours = stepOf(hour);
  if (hours && NUMBERS.test(minute)) {
    return words.minuteOfHours(minute, hours);
  }
  if (!NUMBERS.test(minute) || !NUMBERS.test(hour)) {
    return undefined;
  }
  const times = hour.split(',').flatMap((h) => minute.split(',').map((m) => `${h.padStart(2, '0')}:${m.padStart(2, '0')}`));
  return times.length > MOST_TIMES ? undefined : words.times(times);
}

function stepOf(field: string): number | undefined {
  const step = /^\*(?:\/(\d+))?$/.exec(field);
  return step ? Number(step[1] ?? 1) : undefined;
}

// A day of the month and a weekday together mean either.
function daysOf(day: string, weekday: string): string | undefined {
  const words = texts.schedule;
  const weekdays = weekday === '*' ? '' : named(weekday, words.weekdays, 0);
  const days = day === '*' ? '' : NUMBERS.test(day) ? words.daysOfMonth(day) : undefined;
  if (weekdays === undefined || days === undefined) {
    return undefined;
  }
  return [days, weekdays].filter(Boolean).join(words.or) || words.everyDay;
}

/** Such as {@code 1-5} or {@code 1,3}, by their names. */
function named(field: string, names: readonly string[], first: number): string | undefined {
  const parts = field.split(',').map((part) => {
    const range = /^(\d+)(?:-(\d+))?$/.exec(part);
    const from = names[Number(range?.[1]) - first];
    const to = range?.[2] === undefined ? undefined : names[Number(range[2]) - first];
    return range?.[2] === undefined ? from : from && to && texts.schedule.range(from, to);
  });
  return parts.every(Boolean) ? parts.join(', ') : undefined;
}
