import type { Api } from '../../app/api.ts';
import { Problem } from '../../app/problem.ts';
import { Attempt } from '../anomaly/attempt.ts';
import type { TicketRequest } from '../anomaly/request.ts';
import type { Anomaly, LinkedTicket } from '../anomaly/ticketing.ts';

const LANES = 3;

/** A ticket that is to be opened for one of several anomalies. */
export interface Errand {
  readonly anomaly: Anomaly;
  readonly attempt: Attempt;
  state: 'waiting' | 'busy' | 'done' | 'failed';
  answer?: LinkedTicket;
  problem?: Problem;
}

/** Opens one ticket for each of several anomalies, a few at a time, and each under its own key however often it is run. */
export class Batch {
  private readonly errands: readonly Errand[];
  running = false;
  /** Whether anomalies that have a ticket get no other. */
  leavesOut = true;

  constructor(
    anomalies: readonly Anomaly[],
    private readonly api: Api,
    private readonly changed: () => void,
  ) {
    this.errands = anomalies.map((anomaly) => ({ anomaly, attempt: new Attempt(), state: 'waiting' }));
  }

  get wanted(): readonly Errand[] {
    return this.errands.filter(({ anomaly }) => !this.leavesOut || anomaly.tickets === 0);
  }

  /** How many of the anomalies have a ticket already. */
  get ticketed(): number {
    return this.errands.filter(({ anomaly }) => anomaly.tickets > 0).length;
  }

  get isComplete(): boolean {
    return this.count('done') === this.wanted.length;
  }

  count(state: Errand['state']): number {
    return this.wanted.filter((errand) => errand.state === state).length;
  }

  /** Runs what is wanted and not done yet. */
  async run(body: (anomaly: Anomaly) => TicketRequest): Promise<void> {
    if (this.running) {
      return;
    }
    this.running = true;
    const queue = this.wanted.filter((errand) => errand.state !== 'done');
    for (const errand of queue) {
      errand.state = 'waiting';
    }
    const lane = async (): Promise<void> => {
      for (let errand = queue.shift(); errand; errand = queue.shift()) {
        await this.serve(errand, body(errand.anomaly));
      }
    };
    try {
      await Promise.all(Array.from({ length: LANES }, lane));
    } finally {
      this.running = false;
      this.changed();
    }
  }

  private async serve(errand: Errand, body: TicketRequest): Promise<void> {
    errand.state = 'busy';
    this.changed();
    try {
      errand.answer = await errand.attempt.run(this.api, errand.anomaly.id, body);
      errand.state = 'done';
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      errand.problem = failure;
      errand.state = 'failed';
    }
    this.changed();
  }
}
