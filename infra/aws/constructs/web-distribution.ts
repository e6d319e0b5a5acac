import { Duration, type Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  CfnDistribution,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { asBucket } from './as-interface.ts';
import { controlTower, explain } from '../checks/explain.ts';
import type { Settings } from '../settings.ts';

type Props = {
  readonly settings: Settings;
  readonly pages: Bucket;
  readonly accessLogs: Bucket;
  readonly api: HttpApi;
  /** The first segment of every path the API serves. */
  readonly apiRoots: readonly string[];
  readonly contentSecurityPolicy: string;
  readonly webAclArn?: string | undefined;
};

const year = Duration.days(365);

/** China has access identities but no access control. */
const pagesOrigin = (pages: Bucket, { partition }: Settings): IOrigin =>
  partition === 'aws-cn'
    ? S3BucketOrigin.withOriginAccessIdentity(asBucket(pages))
    : S3BucketOrigin.withOriginAccessControl(asBucket(pages));

const headers = (scope: Construct, contentSecurityPolicy: string): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'Headers', {
    comment: 'What a browser may do with our pages and answers',
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: year, includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        { header: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=()', override: true },
      ],
    },
  });

const toApi = (
  scope: Stack,
  { api }: Props,
  responseHeadersPolicy: ResponseHeadersPolicy,
): BehaviorOptions => ({
  origin: new HttpOrigin(`${api.apiId}.execute-api.${scope.region}.${scope.urlSuffix}`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    readTimeout: Duration.seconds(30),
  }),
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  responseHeadersPolicy,
});

/** One door for pages and API, so that a browser asks one origin only. */
export class WebDistribution extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Stack, id: string, props: Props) {
    super(scope, id);
    const { settings, pages, accessLogs, apiRoots, contentSecurityPolicy, webAclArn } = props;
    const { domainName, certificateArn } = settings;
    const responseHeadersPolicy = headers(this, contentSecurityPolicy);
    const api = toApi(scope, props, responseHeadersPolicy);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Subsidy desk ${settings.stage}`,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: pagesOrigin(pages, settings),
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy,
      },
      additionalBehaviors: Object.fromEntries(apiRoots.map((root) => [`/${root}*`, api])),
      priceClass: PriceClass.PRICE_CLASS_ALL,
      enableLogging: true,
      logBucket: asBucket(accessLogs),
      logFilePrefix: 'cloudfront/',
      ...(domainName !== undefined && { domainNames: [domainName] }),
      ...(certificateArn !== undefined && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      }),
      ...(webAclArn !== undefined && { webAclId: webAclArn }),
    });
    this.useIamCertificate(settings);
    this.explainFindings(settings);
  }

  /** ACM does not serve CloudFront in China; the L2 construct knows no other certificate. */
  private useIamCertificate({ iamCertificateId, domainName }: Settings): void {
    if (iamCertificateId === undefined) return;
    const raw = this.distribution.node.defaultChild;
    if (!(raw instanceof CfnDistribution)) throw new Error('The distribution has no resource of its own');
    raw.addPropertyOverride('DistributionConfig.Aliases', [domainName]);
    raw.addPropertyOverride('DistributionConfig.ViewerCertificate', {
      IamCertificateId: iamCertificateId,
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    });
  }

  private explainFindings({ partition, waf, domainName, iamCertificateId }: Settings): void {
    explain(
      this.distribution,
      'Workers of the province are all over China and abroad; the desk is for all of them.',
      ['AwsSolutions-CFR1'],
    );
    explain(this.distribution, 'There is one API and one bucket of pages; a second would have other data.', [
      controlTower('cloudfront_origin_failover_enabled_check'),
    ]);
    if (partition === 'aws-cn')
      explain(this.distribution, 'CloudFront in China knows access identities only, no access control.', [
        'AwsSolutions-CFR7',
        controlTower('cloudfront_origin_access_control_enabled_check'),
      ]);
    if (!waf)
      explain(
        this.distribution,
        partition === 'aws-cn'
          ? 'CloudFront in China takes no web ACL; the API throttles, and a firewall of the province’s may stand before the domain.'
          : 'A web ACL is the setting waf=yes; without it the API’s throttles and size limits stand alone.',
        ['AwsSolutions-CFR2', 'NIST.800.53.R5-CloudFrontWAF'],
      );
    if (domainName === undefined || iamCertificateId !== undefined)
      explain(
        this.distribution,
        domainName === undefined
          ? 'Without a domain of one’s own CloudFront’s default certificate decides the protocol; domainName ends that.'
          : 'The certificate of the IAM store is set by an override, with TLS 1.2 and SNI, after the checks have looked.',
        [
          'AwsSolutions-CFR4',
          controlTower('cloudfront_sni_enabled_check'),
          controlTower('cloudfront_security_policy_check'),
          controlTower('cloudfront_custom_ssl_certificate_check'),
        ],
      );
  }
}
