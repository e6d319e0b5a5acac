import type { ValuesOf } from '../../cells/column.ts';
import { textOf, wordCell, yesNoCell } from '../../cells/readers.ts';
import {
  asOfColumn,
  citizenIdCell,
  citizenIdColumn,
  codeColumn,
  creditCodeCell,
  maybeCodeColumn,
  maybeDateColumn,
  maybeTextColumn,
  textColumn,
} from './common-columns.ts';
import { licenceKindCell } from './licences.ts';

const typeCell = wordCell({
  HR_AGENCY: ['人力资源服务机构'],
  TRAINING_PROVIDER: ['职业培训机构'],
  LABOUR_BROKER: ['劳务经纪人'],
  OTHER_MARKET_BODY: ['其他市场主体'],
  PUBLIC_EMPLOYMENT_SERVICE: ['公共就业服务机构'],
  ENTERPRISE: ['企业'],
  WORKSHOP: ['扶贫车间'],
  KEY_PROJECT: ['重点项目'],
  INDIVIDUAL_BUSINESS: ['个体工商户'],
  FARM_INPUT_ENTERPRISE: ['农资企业'],
  FARM_COOPERATIVE: ['农民专业合作社'],
  FAMILY_FARM: ['家庭农场'],
  LEADING_FARM_ENTERPRISE: ['农业龙头企业'],
  LARGE_GROWER: ['种养大户'],
  FARM_SERVICE_ORGANISATION: ['农业社会化服务组织'],
});
const sizeCell = wordCell({ MICRO: ['微型'], SMALL: ['小型'], MEDIUM: ['中型'], LARGE: ['大型'] });

export const organisationColumns = {
  creditCode: maybeCodeColumn(['统一社会信用代码'], 'credit_code', creditCodeCell),
  /** Only for a labour broker, who is a natural person. */
  citizenId: {
    ...maybeCodeColumn(['经纪人身份号码'], 'broker_citizen_id', citizenIdCell),
    mask: citizenIdColumn.mask,
  },
  name: textColumn(['名称', '机构名称'], 'name'),
  type: codeColumn(['类型', '机构类型'], 'type', typeCell),
  sizeClass: maybeCodeColumn(['企业规模'], 'size_class', sizeCell),
  povertyRelief: maybeCodeColumn(['扶贫企业'], 'poverty_relief', yesNoCell),
  ownerGroup: maybeTextColumn(['所属集团'], 'owner_group'),
  /** One licence may stand beside its organisation; more of them are in the register of licences. */
  licenceNumber: maybeCodeColumn(['许可证号'], 'licence_number', textOf(60)),
  licenceKind: maybeCodeColumn(['许可类别'], 'licence_kind', licenceKindCell),
  licenceFrom: maybeDateColumn(['许可起始日期'], 'licence_from'),
  licenceTo: maybeDateColumn(['许可截止日期'], 'licence_to'),
  asOf: asOfColumn,
} as const;
export type OrganisationRow = ValuesOf<typeof organisationColumns>;
