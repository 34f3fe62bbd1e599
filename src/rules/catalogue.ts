// Written by `npm run rules` from the files of this folder; do not edit.
import type { Rule } from "#core/lint/rule.ts";
import acceptanceIncomplete from "./acceptance-incomplete.ts";
import acceptanceKindsMerged from "./acceptance-kinds-merged.ts";
import acceptanceWithCommissioning from "./acceptance-with-commissioning.ts";
import acceptorNotAPerson from "./acceptor-not-a-person.ts";
import accessReviewTooRare from "./access-review-too-rare.ts";
import accountableBottleneck from "./accountable-bottleneck.ts";
import accountableButNoPerformer from "./accountable-but-no-performer.ts";
import accountableOnlySometimes from "./accountable-only-sometimes.ts";
import accountableOutsideRiskOwner from "./accountable-outside-risk-owner.ts";
import alertTriageMissing from "./alert-triage-missing.ts";
import alertWithoutResponseTime from "./alert-without-response-time.ts";
import approvalClassMissing from "./approval-class-missing.ts";
import artifactOwnerMissing from "./artifact-owner-missing.ts";
import attestationByProvider from "./attestation-by-provider.ts";
import backupIsTheSameHuman from "./backup-is-the-same-human.ts";
import backupRarerThanRpo from "./backup-rarer-than-rpo.ts";
import billableWorkUnlisted from "./billable-work-unlisted.ts";
import cadenceMissing from "./cadence-missing.ts";
import certificateRenewalMissing from "./certificate-renewal-missing.ts";
import coManagedDutyMissing from "./co-managed-duty-missing.ts";
import coManagedFailoverMissing from "./co-managed-failover-missing.ts";
import communicationPathMissing from "./communication-path-missing.ts";
import containmentUndecided from "./containment-undecided.ts";
import coordinatorMissing from "./coordinator-missing.ts";
import criticalNotMonitored from "./critical-not-monitored.ts";
import criticalWithoutBackup from "./critical-without-backup.ts";
import criticalWithoutEscalation from "./critical-without-escalation.ts";
import criticalWithoutEvidence from "./critical-without-evidence.ts";
import criticalWithoutResult from "./critical-without-result.ts";
import criticalWithoutSla from "./critical-without-sla.ts";
import dailyDutyMissing from "./daily-duty-missing.ts";
import databaseRecoverySlow from "./database-recovery-slow.ts";
import deliveryStageMissing from "./delivery-stage-missing.ts";
import disputeDeciderMissing from "./dispute-decider-missing.ts";
import doubledLetter from "./doubled-letter.ts";
import edrUnmonitored from "./edr-unmonitored.ts";
import emergencyWithoutConditions from "./emergency-without-conditions.ts";
import emergencyWithoutDeadline from "./emergency-without-deadline.ts";
import engineerAcceptsRisk from "./engineer-accepts-risk.ts";
import equipmentWorkMerged from "./equipment-work-merged.ts";
import escalatesToPerformer from "./escalates-to-performer.ts";
import everyoneConsulted from "./everyone-consulted.ts";
import everyoneInformed from "./everyone-informed.ts";
import evidenceWithoutProducer from "./evidence-without-producer.ts";
import evidenceWithoutRetention from "./evidence-without-retention.ts";
import exceptionApprovedByProvider from "./exception-approved-by-provider.ts";
import firewallReviewMissing from "./firewall-review-missing.ts";
import formalWithoutApprover from "./formal-without-approver.ts";
import fourEyesByOneHuman from "./four-eyes-by-one-human.ts";
import handOffToNobody from "./hand-off-to-nobody.ts";
import hiddenDebtMissing from "./hidden-debt-missing.ts";
import holderOfAnotherParty from "./holder-of-another-party.ts";
import incidentPathIncomplete from "./incident-path-incomplete.ts";
import informalAdministration from "./informal-administration.ts";
import informedOfEverything from "./informed-of-everything.ts";
import infosecLate from "./infosec-late.ts";
import infosecOnlyInformed from "./infosec-only-informed.ts";
import integratorSetsPolicy from "./integrator-sets-policy.ts";
import keyCustodyMissing from "./key-custody-missing.ts";
import legacyCredentials from "./legacy-credentials.ts";
import legalNoticeByProvider from "./legal-notice-by-provider.ts";
import logRetentionUnowned from "./log-retention-unowned.ts";
import logReviewWithoutEvidence from "./log-review-without-evidence.ts";
import longTitles from "./long-titles.ts";
import manyPerformers from "./many-performers.ts";
import monitoredThoughLeftOut from "./monitored-though-left-out.ts";
import needlessLetter from "./needless-letter.ts";
import noAccountable from "./no-accountable.ts";
import noLetters from "./no-letters.ts";
import noPerformer from "./no-performer.ts";
import noScope from "./no-scope.ts";
import notAdapted from "./not-adapted.ts";
import onePersonOnBothSides from "./one-person-on-both-sides.ts";
import onlyOneRole from "./only-one-role.ts";
import openEndedWording from "./open-ended-wording.ts";
import ownBackup from "./own-backup.ts";
import partnerAcceptsItself from "./partner-accepts-itself.ts";
import patchCheckMissing from "./patch-check-missing.ts";
import patchingByNobody from "./patching-by-nobody.ts";
import patchingClaimedByBoth from "./patching-claimed-by-both.ts";
import performerUndecided from "./performer-undecided.ts";
import performsAndAnswersEverywhere from "./performs-and-answers-everywhere.ts";
import performsAsNeeded from "./performs-as-needed.ts";
import personOfUnknownParty from "./person-of-unknown-party.ts";
import placeholderLeft from "./placeholder-left.ts";
import placeholderName from "./placeholder-name.ts";
import policyApprovedByProvider from "./policy-approved-by-provider.ts";
import productionPatchWithoutWindow from "./production-patch-without-window.ts";
import providerCannotAct from "./provider-cannot-act.ts";
import providerDecidesEverything from "./provider-decides-everything.ts";
import regulatedDataWithoutClient from "./regulated-data-without-client.ts";
import regulatedDataWithoutOperator from "./regulated-data-without-operator.ts";
import requestChannelMissing from "./request-channel-missing.ts";
import responsePlanUpkeepMissing from "./response-plan-upkeep-missing.ts";
import restoreReportUnsigned from "./restore-report-unsigned.ts";
import restoreTestMissing from "./restore-test-missing.ts";
import restoreTestTooRare from "./restore-test-too-rare.ts";
import riskAcceptedByProvider from "./risk-accepted-by-provider.ts";
import riskyChangeAsStandard from "./risky-change-as-standard.ts";
import riskyPatchWithoutClient from "./risky-patch-without-client.ts";
import roleIsAnInbox from "./role-is-an-inbox.ts";
import roleNamesSeveral from "./role-names-several.ts";
import roleOfUnknownParty from "./role-of-unknown-party.ts";
import roleWithoutHolder from "./role-without-holder.ts";
import routineUpdateTooHeavy from "./routine-update-too-heavy.ts";
import rowWithoutControl from "./row-without-control.ts";
import scopeUncovered from "./scope-uncovered.ts";
import scopeWithoutOwner from "./scope-without-owner.ts";
import securityDutyMissing from "./security-duty-missing.ts";
import serviceStartOpen from "./service-start-open.ts";
import severalActivitiesInOneTitle from "./several-activities-in-one-title.ts";
import sharedInboxOnlyContact from "./shared-inbox-only-contact.ts";
import sharedPatchingWithoutValidation from "./shared-patching-without-validation.ts";
import sharedWithoutSplit from "./shared-without-split.ts";
import sidesWithoutPosts from "./sides-without-posts.ts";
import siemTuningUnowned from "./siem-tuning-unowned.ts";
import slaMeasureTwice from "./sla-measure-twice.ts";
import slaNotNegotiated from "./sla-not-negotiated.ts";
import slaOutOfOrder from "./sla-out-of-order.ts";
import slaWithoutHours from "./sla-without-hours.ts";
import splitMissesASide from "./split-misses-a-side.ts";
import splitPartWithoutResponsible from "./split-part-without-responsible.ts";
import splitPartyPerformsNothing from "./split-party-performs-nothing.ts";
import splitWithoutValidator from "./split-without-validator.ts";
import stageIncomplete from "./stage-incomplete.ts";
import stageRowWithoutEscalation from "./stage-row-without-escalation.ts";
import stageRowWithoutResult from "./stage-row-without-result.ts";
import stillToBeDecided from "./still-to-be-decided.ts";
import titleIsABlock from "./title-is-a-block.ts";
import titleWithoutWords from "./title-without-words.ts";
import toolQuestionsOpen from "./tool-questions-open.ts";
import twoAccountable from "./two-accountable.ts";
import twoRolesOneName from "./two-roles-one-name.ts";
import twoRowsOneTitle from "./two-rows-one-title.ts";
import unknownArea from "./unknown-area.ts";
import unknownHolder from "./unknown-holder.ts";
import unknownOwner from "./unknown-owner.ts";
import unknownRole from "./unknown-role.ts";
import unknownRoleInField from "./unknown-role-in-field.ts";
import unknownScope from "./unknown-scope.ts";
import unknownStage from "./unknown-stage.ts";
import unusedPerson from "./unused-person.ts";
import unusedRole from "./unused-role.ts";
import usuallySomebodyElse from "./usually-somebody-else.ts";
import vagueAudience from "./vague-audience.ts";
import vagueRole from "./vague-role.ts";
import waiverByNobody from "./waiver-by-nobody.ts";
import waiverExpired from "./waiver-expired.ts";
import warrantyWithBillable from "./warranty-with-billable.ts";

/** Every rule, by id. */
export const catalogue: readonly Rule[] = [
  acceptanceIncomplete,
  acceptanceKindsMerged,
  acceptanceWithCommissioning,
  acceptorNotAPerson,
  accessReviewTooRare,
  accountableBottleneck,
  accountableButNoPerformer,
  accountableOnlySometimes,
  accountableOutsideRiskOwner,
  alertTriageMissing,
  alertWithoutResponseTime,
  approvalClassMissing,
  artifactOwnerMissing,
  attestationByProvider,
  backupIsTheSameHuman,
  backupRarerThanRpo,
  billableWorkUnlisted,
  cadenceMissing,
  certificateRenewalMissing,
  coManagedDutyMissing,
  coManagedFailoverMissing,
  communicationPathMissing,
  containmentUndecided,
  coordinatorMissing,
  criticalNotMonitored,
  criticalWithoutBackup,
  criticalWithoutEscalation,
  criticalWithoutEvidence,
  criticalWithoutResult,
  criticalWithoutSla,
  dailyDutyMissing,
  databaseRecoverySlow,
  deliveryStageMissing,
  disputeDeciderMissing,
  doubledLetter,
  edrUnmonitored,
  emergencyWithoutConditions,
  emergencyWithoutDeadline,
  engineerAcceptsRisk,
  equipmentWorkMerged,
  escalatesToPerformer,
  everyoneConsulted,
  everyoneInformed,
  evidenceWithoutProducer,
  evidenceWithoutRetention,
  exceptionApprovedByProvider,
  firewallReviewMissing,
  formalWithoutApprover,
  fourEyesByOneHuman,
  handOffToNobody,
  hiddenDebtMissing,
  holderOfAnotherParty,
  incidentPathIncomplete,
  informalAdministration,
  informedOfEverything,
  infosecLate,
  infosecOnlyInformed,
  integratorSetsPolicy,
  keyCustodyMissing,
  legacyCredentials,
  legalNoticeByProvider,
  logRetentionUnowned,
  logReviewWithoutEvidence,
  longTitles,
  manyPerformers,
  monitoredThoughLeftOut,
  needlessLetter,
  noAccountable,
  noLetters,
  noPerformer,
  noScope,
  notAdapted,
  onePersonOnBothSides,
  onlyOneRole,
  openEndedWording,
  ownBackup,
  partnerAcceptsItself,
  patchCheckMissing,
  patchingByNobody,
  patchingClaimedByBoth,
  performerUndecided,
  performsAndAnswersEverywhere,
  performsAsNeeded,
  personOfUnknownParty,
  placeholderLeft,
  placeholderName,
  policyApprovedByProvider,
  productionPatchWithoutWindow,
  providerCannotAct,
  providerDecidesEverything,
  regulatedDataWithoutClient,
  regulatedDataWithoutOperator,
  requestChannelMissing,
  responsePlanUpkeepMissing,
  restoreReportUnsigned,
  restoreTestMissing,
  restoreTestTooRare,
  riskAcceptedByProvider,
  riskyChangeAsStandard,
  riskyPatchWithoutClient,
  roleIsAnInbox,
  roleNamesSeveral,
  roleOfUnknownParty,
  roleWithoutHolder,
  routineUpdateTooHeavy,
  rowWithoutControl,
  scopeUncovered,
  scopeWithoutOwner,
  securityDutyMissing,
  serviceStartOpen,
  severalActivitiesInOneTitle,
  sharedInboxOnlyContact,
  sharedPatchingWithoutValidation,
  sharedWithoutSplit,
  sidesWithoutPosts,
  siemTuningUnowned,
  slaMeasureTwice,
  slaNotNegotiated,
  slaOutOfOrder,
  slaWithoutHours,
  splitMissesASide,
  splitPartWithoutResponsible,
  splitPartyPerformsNothing,
  splitWithoutValidator,
  stageIncomplete,
  stageRowWithoutEscalation,
  stageRowWithoutResult,
  stillToBeDecided,
  titleIsABlock,
  titleWithoutWords,
  toolQuestionsOpen,
  twoAccountable,
  twoRolesOneName,
  twoRowsOneTitle,
  unknownArea,
  unknownHolder,
  unknownOwner,
  unknownRole,
  unknownRoleInField,
  unknownScope,
  unknownStage,
  unusedPerson,
  unusedRole,
  usuallySomebodyElse,
  vagueAudience,
  vagueRole,
  waiverByNobody,
  waiverExpired,
  warrantyWithBillable,
];
