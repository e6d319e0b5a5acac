import * as z from 'zod';
import { both } from './both.ts';
import { claimedWorker, maxRoster, rosterEntry } from './claimed-people.ts';
import { version } from './application.ts';
import { lineClaim } from './claims.ts';
import { definitionOf } from './instruments.ts';

const lineParts = z.strictObject({
  lineNo: z.int().min(1).max(5000),
  worker: claimedWorker.optional(),
  /** Whom a line about an organisation names; one person once. */
  roster: z.array(rosterEntry).max(maxRoster).optional(),
  content: lineClaim,
});

type Parts = Omit<z.infer<typeof lineParts>, 'lineNo'>;
type Fault = { readonly path: (string | number)[]; readonly message: string };

const aboutWorker = ({ worker, roster }: Parts): Fault[] => [
  ...(worker === undefined ? [{ path: ['worker'], message: both('name the worker', '请填写劳动者') }] : []),
  ...(roster === undefined
    ? []
    : [
        {
          path: ['roster'],
          message: both('this line is about one worker and has no roster', '此项目按人申报，不填花名册'),
        },
      ]),
];

const aboutOrganisation = ({ worker, roster = [] }: Parts): Fault[] => {
  const seen = new Set<string>();
  const twice = roster.flatMap(({ citizenId }, index) => {
    const known = seen.has(citizenId);
    seen.add(citizenId);
    return known ? [index] : [];
  });
  return [
    ...(worker === undefined
      ? []
      : [
          {
            path: ['worker'],
            message: both(
              'this line is about the organisation; put its people on the roster',
              '此项目按单位申报，人员请填入花名册',
            ),
          },
        ]),
    ...twice.map((index) => ({
      path: ['roster', index, 'citizenId'],
      message: both('this person is on the roster already', '此人已在花名册中'),
    })),
  ];
};

/** A line names the worker it is about, or, where it is about the organisation, the people on its roster. */
const peopleFit: z.core.CheckFn<Parts> = ({ value, issues }) => {
  const about = definitionOf(value.content.instrument).about;
  const faults = about === 'WORKER' ? aboutWorker(value) : aboutOrganisation(value);
  for (const { path, message } of faults) issues.push({ code: 'custom', path, message, input: value });
};

export const numberedLine = lineParts.check(peopleFit);
export type NumberedLine = z.infer<typeof numberedLine>;

/** A line in place of another: the number is in the address. */
export const replacedLine = lineParts.omit({ lineNo: true }).extend({ version }).check(peopleFit);
