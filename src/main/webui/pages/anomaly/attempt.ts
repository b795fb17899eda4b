import type { Api } from '../../app/api.ts';
import { Problem } from '../../app/problem.ts';
import type { TicketRequest } from './request.ts';
import { type LinkedTicket, pathOf } from './ticketing.ts';

const OPEN_PROBLEMS = ['unconfirmed', 'in-progress', 'out-of-time', 'store-unavailable', 'internal-error'];

/**
 * The opening of one ticket, however often it is tried: always under one idempotency key. Where a ticket may have been
 * opened, it is asked for again in the words of the first time, since the key stands for these.
 */
export class Attempt {
  private readonly key = crypto.randomUUID();
  private sent?: TicketRequest;

  /** Whether there may be a ticket of which we have not heard. */
  get open(): boolean {
    return this.sent !== undefined;
  }

  async run(api: Api, anomalyId: string, body: TicketRequest): Promise<LinkedTicket> {
    const words = this.sent ?? body;
    try {
      return await api.send<LinkedTicket>('POST', `${pathOf(anomalyId)}/tickets`, {
        body: words,
        headers: { 'idempotency-key': this.key },
      });
    } catch (failure) {
      if (!(failure instanceof Problem && isSettled(failure))) {
        this.sent = words;
      }
      throw failure;
    }
  }
}

// What Nowbridge words itself is settled, but for what says that it is not.
function isSettled(problem: Problem): boolean {
  const kind = problem.type.split(':').at(-1) ?? '';
  return kind === '' ? problem.status >= 400 && problem.status < 500 : !OPEN_PROBLEMS.includes(kind);
}
