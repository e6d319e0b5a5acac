import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../../../../test/support/database.ts';
import {
  codesOf,
  createImportDesk,
  employer,
  fileOf,
  idOne,
  idTwo,
  type ImportDesk,
  workerRow,
  workersFile,
} from '../../../../../test/support/import-desk.ts';
import { readRecords, recognitionName } from '../../read-records.ts';

let database: TestDatabase;
let at: ImportDesk;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  at = createImportDesk(database);
  await at.importFile('workers', workersFile(workerRow(idOne), workerRow(idTwo)));
});

const recordsOf = (asked: Partial<Parameters<typeof readRecords>[1]>) =>
  readRecords(at.desk.table, { subjects: [], organisationIds: [], ...asked });

describe('wage transfers', () => {
  const header = '公民身份号码,工资月份,单位信用代码,应发工资,发放日期';

  test('a month may be paid in two parts, and each is kept to the fen', async () => {
    const file = fileOf(
      header,
      `${idOne},2020年3月,${employer},"1,300.05",2020-04-10`,
      `${idOne},202003,${employer},1300,2020-04-20`,
    );
    expect((await at.importFile('wages', file)).issues).toEqual([]);
    expect((await at.workerOf(idOne))?.wages).toMatchObject([
      { month: '2020-03', paidFen: 130005, paidOn: '2020-04-10', source: { register: 'wages' } },
      { month: '2020-03', paidFen: 130000, paidOn: '2020-04-20' },
    ]);
  });

  test('paid before the month began, a month that does not exist, one transfer twice: all refused', async () => {
    const { issues } = await at.importFile(
      'wages',
      fileOf(
        header,
        `${idOne},2020-03,${employer},1300,2020-02-29`,
        `${idOne},2020-13,${employer},1300,2020-04-10`,
        `${idOne},2020-03,${employer},1300,2020-04-10`,
        `${idOne},2020-03,${employer},1400,2020-04-10`,
      ),
    );
    expect(codesOf(issues)).toEqual(['2E PAID_BEFORE_MONTH', '3B MONTH_WRONG', '5E DUPLICATE_ROW']);
  });
});

describe('insurance contributions', () => {
  const header = '公民身份号码,费款所属月份,险种,单位信用代码,单位缴费,个人缴费,减免金额,到账日期';
  const paid = (line: string, code = employer) => `${idOne},2020-03,${line},${code},416,208,0,2020-03-25`;

  test('insurance paid twice for a month is refused, with the row it repeats', async () => {
    const { issues, written } = await at.importFile(
      'contributions',
      fileOf(header, paid('养老'), paid('PENSION')),
    );
    expect(codesOf(issues)).toEqual(['3C INSURANCE_PAID_TWICE']);
    expect(issues[0]?.problem.en).toContain('insurance is paid twice for a month');
    expect(issues[0]?.problem.zh).toContain('见第 2 行');
    expect(written).toBe(0);
  });

  test('the same month at two employers is a note: only one of them may be subsidised', async () => {
    const file = fileOf(header, paid('养老'), paid('养老', '91140106MA0TAAA172'), paid('医疗'));
    const { issues, notes } = await at.importFile('contributions', file);
    expect(issues).toEqual([]);
    expect(codesOf(notes)).toEqual(['3D TWO_EMPLOYERS_INSURE']);
    expect((await at.workerOf(idOne))?.contributions).toHaveLength(3);
  });

  test('what was waived is no contribution, and an unpaid month has no day of payment', async () => {
    await at.importFile('contributions', fileOf(header, `${idOne},2020-02,工伤,${employer},0,0,20.5,`));
    const [held] = (await at.workerOf(idOne))?.contributions ?? [];
    expect(held).toMatchObject({ employerFen: 0, waivedFen: 2050 });
    expect(held).not.toHaveProperty('paidOn');
  });
});

test('other benefits of a month stand in the worker’s record', async () => {
  const header = '公民身份号码,待遇名称,待遇月份,课程编号,待遇金额';
  const file = fileOf(header, `${idOne},失业保险金,2020-04,,1280`, `${idOne},以工代训补贴,2020-04,K1,100`);
  await at.importFile('benefits', file);
  expect((await at.workerOf(idOne))?.otherBenefits).toMatchObject([
    { kind: 'UNEMPLOYMENT_BENEFIT', month: '2020-04', amountFen: 128000 },
    { kind: 'WORK_BASED_TRAINING', courseId: 'K1', amountFen: 10000 },
  ]);
});

describe('courses and who attended them', () => {
  const provider = '91140106MA0TAAA172';
  const courseHeader =
    '课程编号,培训机构信用代码,职业工种代码,培训类型,计划总分钟,培训天数,开班日期,结业日期,线上平台,课节编号,课节类型,课节分钟';
  const lesson = (no: string, id: string, kind: string, minutes: number, total = 600) =>
    `${no},${provider},4-03-02-01,就业技能,${total},2,2020-04-01,2020-04-02,中国职业培训在线、例平台,${id},${kind},${minutes}`;
  const plan = (no: string) =>
    fileOf(courseHeader, lesson(no, 'L1', '理论', 180), lesson(no, 'L2', '实训', 420));
  const attendanceHeader =
    '课程编号,公民身份号码,课节编号,学习方式,学习日期,学习分钟,线上平台,登录设备,考核合格,证书编号';
  const attended = (no: string, lessonId: string, kind: string, minutes: number, more = ',,,') =>
    `${no},${idOne},${lessonId},${kind},2020-04-01,${minutes},${more}`;

  test('a plan whose lessons add up is a course; a newer plan takes its place, whole', async () => {
    expect((await at.importFile('courses', plan('K1'))).issues).toEqual([]);
    const { courses } = await recordsOf({ courseIds: ['K1'] });
    expect(courses.get('K1')).toMatchObject({
      totalMinutes: 600,
      platforms: ['中国职业培训在线', '例平台'],
      lessons: [
        { lessonId: 'L1', kind: 'THEORY', minutes: 180 },
        { lessonId: 'L2', kind: 'PRACTICE', minutes: 420 },
      ],
    });
    const shorter = fileOf(courseHeader, lesson('K1', 'L9', '实训', 600));
    expect((await at.importFile('courses', shorter)).counts).toMatchObject({ update: 1, conflict: 0 });
    expect((await recordsOf({ courseIds: ['K1'] })).courses.get('K1')?.lessons).toHaveLength(1);
  });

  test('a plan whose minutes do not add up is refused, with both figures', async () => {
    const file = fileOf(courseHeader, lesson('K2', 'L1', '理论', 180), lesson('K2', 'L2', '实训', 419));
    const { issues } = await at.importFile('courses', file);
    expect(codesOf(issues)).toEqual(['2E COURSE_MINUTES_DIFFER']);
    expect(issues[0]?.problem.en).toBe('The lessons add up to 599 minutes, the plan says 600.');
  });

  test('the rows of one course must agree', async () => {
    const file = fileOf(courseHeader, lesson('K3', 'L1', '理论', 180), lesson('K3', 'L2', '实训', 420, 601));
    expect(codesOf((await at.importFile('courses', file)).issues)).toEqual(['3E COURSE_DIFFERS']);
  });

  test('lessons, result and certificate stand in the worker’s record, from two files', async () => {
    await at.importFile('courses', plan('K4'));
    const log = fileOf(attendanceHeader, attended('K4', 'L1', '线上理论', 180, '中国职业培训在线,D7,,'));
    const sheet = fileOf(attendanceHeader, attended('K4', 'L2', '实训', 420, ',,是,ZS1'));
    await at.importFile('attendance', log);
    const { counts, notes } = await at.importFile('attendance', sheet);
    expect([counts.create, notes]).toEqual([1, []]);
    expect((await at.workerOf(idOne))?.courses).toMatchObject([
      {
        courseId: 'K4',
        passed: true,
        certificateNo: 'ZS1',
        lessons: [
          { lessonId: 'L1', kind: 'ONLINE_THEORY', platform: '中国职业培训在线', device: 'D7' },
          { lessonId: 'L2', kind: 'PRACTICE', minutes: 420 },
        ],
      },
    ]);
    expect((await at.importFile('attendance', log)).counts).toMatchObject({ same: 1, create: 0 });
    expect((await at.importFile('attendance', sheet)).counts).toMatchObject({ same: 1, create: 0 });
  });

  test('an unknown course or lesson, more minutes than the lesson has, practice as theory: all refused', async () => {
    await at.importFile('courses', plan('K5'));
    const { issues } = await at.importFile(
      'attendance',
      fileOf(
        attendanceHeader,
        attended('K9', 'L1', '线上理论', 10),
        attended('K5', 'L9', '线上理论', 10),
        attended('K5', 'L1', '线下理论', 181),
        attended('K5', 'L2', '线上理论', 10),
      ),
    );
    expect(codesOf(issues)).toEqual([
      '2A COURSE_UNKNOWN',
      '3C LESSON_UNKNOWN',
      '4F MINUTES_ABOVE_LESSON',
      '5D LESSON_KIND_DIFFERS',
    ]);
  });

  test('a lesson in two parts may not be longer than the lesson; an unknown platform is a note', async () => {
    await at.importFile('courses', plan('K6'));
    const parts = fileOf(
      attendanceHeader,
      attended('K6', 'L1', '线上理论', 100),
      attended('K6', 'L1', '线下理论', 81),
    );
    const { issues, notes } = await at.importFile('attendance', parts);
    expect(codesOf(issues)).toEqual(['3F MINUTES_ABOVE_LESSON']);
    expect(codesOf(notes)).toEqual(['2G PLATFORM_UNKNOWN']);
  });
});

test('premises are found by their occupant, with the rent of a month', async () => {
  const header = '场地编号,使用单位信用代码,所在县,提供方,提供方类别,月租金,开始日期,结束日期,现场核查日期';
  const row = (provider: string, ends: string) =>
    `CD1,${employer},141124,样例乡政府,${provider},0,2020-01-01,${ends},`;
  const refused = await at.importFile('premises', fileOf(header, row('亲戚', '2019-12-31')));
  expect(codesOf(refused.issues)).toEqual(['2E WORD_UNKNOWN']);
  await at.importFile('premises', fileOf(header, row('政府', '')));
  expect((await recordsOf({ occupants: [employer] })).premises.get(employer)).toMatchObject({
    providerKind: 'GOVERNMENT',
    rentFen: 0,
  });
});

test('an organisation may have several licences; one of an unknown organisation is refused', async () => {
  const code = '91140106MA0TAAA172';
  await at.importFile(
    'organisations',
    fileOf('统一社会信用代码,名称,类型', `${code},测试机构,人力资源服务机构`),
  );
  const header = '统一社会信用代码,许可类别,许可证号,许可起始日期,许可截止日期';
  const licence = (of: string, kind: string, no: string) => `${of},${kind},${no},2018-01-01,2020-12-31`;
  const both = fileOf(
    header,
    licence(code, '对外劳务合作经营资格', 'W1'),
    licence(code, '人力资源服务许可', 'R1'),
  );
  expect((await at.importFile('licences', both)).issues).toEqual([]);
  const { organisations } = await recordsOf({ organisationIds: [code] });
  expect(organisations.get(code)?.licences).toMatchObject([
    { kind: 'HR_SERVICE', number: 'R1' },
    { kind: 'OVERSEAS_LABOUR', number: 'W1' },
  ]);
  const unknown = fileOf(header, licence('91140106MA0TAAA25W', '人力资源服务许可', 'R2'));
  expect(codesOf((await at.importFile('licences', unknown)).issues)).toEqual(['2A ORGANISATION_UNKNOWN']);
});

describe('recognitions', () => {
  const header =
    '认定编号,单位信用代码,认定类别,认定级别,认定县,认定日期,认定状态,状态起始日期,变更原因,贫困劳动力人数,人数统计日期';
  const step = (status: string, from: string, reason = '') =>
    `RD1,${employer},扶贫车间,县级,141124,2020-04-01,${status},${from},${reason},12,2020-03-31`;
  const held = async () => {
    const asked = { organisationId: employer, kind: 'WORKSHOP' } as const;
    return (await recordsOf({ recognitions: [asked] })).recognitions.get(recognitionName(asked));
  };

  test('each step of its life is a row, in any order and in several files', async () => {
    await at.importFile('recognitions', fileOf(header, step('有效', '2020-04-01')));
    const later = fileOf(header, step('撤销', '2020-06-10', '人数不足'), step('暂停', '2020-06-01', '核查'));
    expect((await at.importFile('recognitions', later)).issues).toEqual([]);
    expect((await held())?.history).toEqual([
      { status: 'ACTIVE', from: '2020-04-01', reason: '' },
      { status: 'SUSPENDED', from: '2020-06-01', reason: '核查' },
      { status: 'REVOKED', from: '2020-06-10', reason: '人数不足' },
    ]);
    expect(await held()).toMatchObject({ headCount: 12, division: '141124' });
  });

  test('a step before the recognition, and a revocation without a reason, are refused', async () => {
    const file = fileOf(header, step('有效', '2020-03-31'), step('撤销', '2020-06-10'));
    expect(codesOf((await at.importFile('recognitions', file)).issues)).toEqual([
      '2H STATUS_BEFORE_RECOGNITION',
      '3I REASON_MISSING',
    ]);
  });
});

test('a temporary post needs its last day, and a reason when it is of another kind', async () => {
  const header = '岗位编号,岗位类别,设岗理由,所在县,岗位数,资金来源,开始日期,结束日期,批准日期';
  const post = (id: string, kind: string, reason: string, ends: string) =>
    `${id},${kind},${reason},141124,5,统筹整合扶贫资金,2020-03-01,${ends},2020-02-28`;
  const bad = fileOf(
    header,
    post('G1', '环境整治', '', ''),
    post('G2', '其他', '', '2020-06-30'),
    post('G3', '生态管护', '', '2020-02-01'),
  );
  expect(codesOf((await at.importFile('posts', bad)).issues)).toEqual([
    '2H CELL_EMPTY',
    '3C POST_REASON_MISSING',
    '4H ENDS_BEFORE_START',
  ]);
  await at.importFile('posts', fileOf(header, post('G1', '环境整治', '', '2020-06-30')));
  expect((await recordsOf({ postIds: ['G1'] })).posts.get('G1')).toMatchObject({
    kind: 'ENVIRONMENT',
    quota: 5,
  });
});

test('a death has no end; a pension and a priority listing stand in the worker’s record', async () => {
  const header = '公民身份号码,情况,发生日期,结束日期';
  const dead = fileOf(header, `${idOne},死亡,2020-05-01,2020-06-01`);
  expect(codesOf((await at.importFile('circumstances', dead)).issues)).toEqual(['2D DEATH_ENDS']);
  await at.importFile('circumstances', fileOf(header, `${idOne},领取养老金,2020-05-01,`));
  await at.importFile(
    'overseas',
    fileOf('公民身份号码,列入日期,具备条件,行前培训分钟', `${idOne},2020-03-20,是,2400`),
  );
  expect(await at.workerOf(idOne)).toMatchObject({
    circumstances: [{ kind: 'PENSION', startsOn: '2020-05-01' }],
    overseasListings: [{ listedOn: '2020-03-20', meetsConditions: true, trainingMinutes: 2400 }],
  });
});

test('a row of a register belongs to a worker who is known', async () => {
  const stranger = '140928199505209975';
  const file = fileOf('公民身份号码,情况,发生日期', `${stranger},领取养老金,2020-05-01`);
  const { issues } = await at.importFile('circumstances', file);
  expect(codesOf(issues)).toEqual(['2A WORKER_UNKNOWN']);
  expect(JSON.stringify(issues)).not.toContain('19950520');
});
