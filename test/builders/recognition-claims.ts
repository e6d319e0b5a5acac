import { numberedLine, type NumberedLine } from '../../functions/contracts/numbered-line.ts';

type Entry = { readonly name: string; readonly citizenId: string; readonly startsOn: string };

export const rosterOf = (citizenIds: readonly string[]): Entry[] =>
  citizenIds.map((citizenId) => ({ name: '测试工人', citizenId, startsOn: '2020-01-06' }));

/** An enterprise in free premises of the township asks to be recognised as a workshop. */
export const aWorkshopLine = (
  citizenIds: readonly string[],
  claim: Record<string, unknown> = {},
): NumberedLine =>
  numberedLine.parse({
    lineNo: 1,
    roster: rosterOf(citizenIds),
    content: {
      instrument: 'WORKSHOP_RECOGNITION',
      claim: {
        countedOn: '2020-06-10',
        county: '141124',
        povertyReliefEnterprise: true,
        premises: {
          providerName: '测试镇人民政府',
          providerKind: 'GOVERNMENT',
          rentFen: 0,
          startsOn: '2020-01-01',
        },
        ...claim,
      },
    },
  });

export const aBaseLine = (citizenIds: readonly string[], recognitionNo = 'JD-2020-1'): NumberedLine =>
  numberedLine.parse({
    lineNo: 1,
    roster: rosterOf(citizenIds),
    content: {
      instrument: 'BASE_AWARD',
      claim: { countedOn: '2020-06-10', county: '141124', recognitionNo },
    },
  });
