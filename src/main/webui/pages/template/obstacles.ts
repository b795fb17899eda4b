import { html } from 'lit';
import type { Problem } from '../../app/problem.ts';
import { texts } from '../../texts.ts';
import type { Obstacle } from '../templates/template.ts';

/** What stands in the way of a template, by who can move it. */
export function obstacleList(obstacles: readonly Obstacle[]): unknown {
  const people = [...new Set(obstacles.map((obstacle) => obstacle.whoCanFix))];
  return people.map(
    (who) => html`
      <ul class="obstacles">
        ${obstacles
          .filter((obstacle) => obstacle.whoCanFix === who)
          .map((obstacle) => html`<li><b>${pathInWords(obstacle.subject)}</b> ${obstacle.message}</li>`)}
      </ul>
      <p class="soft">${texts.who(who)}</p>
    `,
  );
}

/** A refusal, as a list of what stands in the way rather than in the API's own sentence. */
export function refusal(problem: Problem): unknown {
  return html`
    <section class="problem" role="alert">
      <h2>${problem.title}</h2>
      ${obstacleList(obstaclesIn(problem))}
    </section>
  `;
}

/** A path of a template: {@code mappings.fields.sku} is the column of the SKU. */
export function pathInWords(path: string): string {
  const [first = '', second = '', ...rest] = path.split('.');
  const words = texts.template.paths;
  const name = rest.join('.');
  if (first === 'mappings' && name) {
    return words.mapping(words.mappings[second] ?? second, texts.template.fields[name] ?? texts.template.values[name] ?? name);
  }
  if (first === 'options' && second) {
    return texts.template.options[second]?.label ?? second;
  }
  return words.names[path] ?? path;
}

/** What a refusal names as standing in the way. */
export function obstaclesIn(problem: Problem | undefined): readonly Obstacle[] {
  const obstacles = problem?.said['obstacles'];
  return Array.isArray(obstacles) ? obstacles : [];
}
