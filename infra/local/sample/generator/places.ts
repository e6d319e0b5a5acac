/** The counties whose workers are in the sample. */
export const counties = {
  linxian: { code: '141124', name: '临县' },
  ningwu: { code: '140925', name: '宁武县' },
  daning: { code: '141030', name: '大宁县' },
  guangling: { code: '140223', name: '广灵县' },
  wuzhai: { code: '140928', name: '五寨县' },
} as const;

/** A place of work away from home; fares are one way, in fen. */
export type Destination = {
  readonly code: string;
  readonly name: string;
  readonly mode: 'TRAIN' | 'COACH';
  readonly fareFen: number;
};

export const destinations = {
  kunshan: { code: '320583', name: '昆山市', mode: 'TRAIN', fareFen: 553_00 },
  pudong: { code: '310115', name: '浦东新区', mode: 'TRAIN', fareFen: 611_50 },
  chaoyang: { code: '110105', name: '朝阳区', mode: 'TRAIN', fareFen: 228_50 },
  baoan: { code: '440306', name: '宝安区', mode: 'TRAIN', fareFen: 915_00 },
  yinzhou: { code: '330212', name: '鄞州区', mode: 'TRAIN', fareFen: 648_00 },
  binhai: { code: '120116', name: '滨海新区', mode: 'COACH', fareFen: 260_00 },
  xiaodian: { code: '140105', name: '小店区', mode: 'COACH', fareFen: 86_00 },
  yuci: { code: '140702', name: '榆次区', mode: 'COACH', fareFen: 92_00 },
  lishi: { code: '141102', name: '离石区', mode: 'COACH', fareFen: 28_00 },
  xinfu: { code: '140902', name: '忻府区', mode: 'COACH', fareFen: 64_00 },
} as const satisfies Record<string, Destination>;
