import type { Register } from '../../register-names.ts';
import { plannerOf, type Planner } from '../plan-table.ts';
import { attendance } from './attendance.ts';
import { benefits } from './benefits.ts';
import { circumstances } from './circumstances.ts';
import { contributions } from './contributions.ts';
import { courses } from './courses.ts';
import { funds } from './funds.ts';
import { licences } from './licences.ts';
import { organisations } from './organisations.ts';
import { overseas } from './overseas.ts';
import { posts } from './posts.ts';
import { premises } from './premises.ts';
import { recognitions } from './recognitions.ts';
import { spells } from './spells.ts';
import { trips } from './trips.ts';
import { wages } from './wages.ts';
import { workers } from './workers.ts';

/** How each register is read and compared; a new register is one file and one line here. */
export const planners: Readonly<Record<Register, Planner>> = {
  organisations: plannerOf(organisations),
  licences: plannerOf(licences),
  premises: plannerOf(premises),
  recognitions: plannerOf(recognitions),
  posts: plannerOf(posts),
  courses: plannerOf(courses),
  workers: plannerOf(workers),
  spells: plannerOf(spells),
  trips: plannerOf(trips),
  wages: plannerOf(wages),
  contributions: plannerOf(contributions),
  benefits: plannerOf(benefits),
  attendance: plannerOf(attendance),
  overseas: plannerOf(overseas),
  circumstances: plannerOf(circumstances),
  funds: plannerOf(funds),
};
