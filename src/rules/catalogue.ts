// Written by `npm run rules` from the files of this folder; do not edit.
import type { Rule } from "#core/lint/rule.ts";
import absenceTakesAllDeciders from "./absence-takes-all-deciders.ts";
import absenceUncovered from "./absence-uncovered.ts";
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
import approverIsThePerformer from "./approver-is-the-performer.ts";
import artifactOwnerMissing from "./artifact-owner-missing.ts";
import attestationByProvider from "./attestation-by-provider.ts";
import authorityNamesUnknown from "./authority-names-unknown.ts";
import backupIsTheSameHuman from "./backup-is-the-same-human.ts";
import backupRarerThanRpo from "./backup-rarer-than-rpo.ts";
import billableWorkUnlisted from "./billable-work-unlisted.ts";
import cadenceMissing from "./cadence-missing.ts";
import calendarWithoutHours from "./calendar-without-hours.ts";
import calledWithoutContact from "./called-without-contact.ts";
import certificateRenewalMissing from "./certificate-renewal-missing.ts";
import clausePlaceholderUnfilled from "./clause-placeholder-unfilled.ts";
import clausePlaceholderUnknown from "./clause-placeholder-unknown.ts";
import clockWaitsForItself from "./clock-waits-for-itself.ts";
import coManagedDutyMissing from "./co-managed-duty-missing.ts";
import coManagedFailoverMissing from "./co-managed-failover-missing.ts";
import communicationPathMissing from "./communication-path-missing.ts";
import contactCheckTooOld from "./contact-check-too-old.ts";
import contactCheckWithoutAge from "./contact-check-without-age.ts";
import contactUnverified from "./contact-unverified.ts";
import containmentUndecided from "./containment-undecided.ts";
import coordinatorMissing from "./coordinator-missing.ts";
import criticalCallByEmailOnly from "./critical-call-by-email-only.ts";
import criticalNotMonitored from "./critical-not-monitored.ts";
import criticalStepByEmail from "./critical-step-by-email.ts";
import criticalWithoutBackup from "./critical-without-backup.ts";
import criticalWithoutEscalation from "./critical-without-escalation.ts";
import criticalWithoutEvidence from "./critical-without-evidence.ts";
import criticalWithoutResult from "./critical-without-result.ts";
import criticalWithoutSla from "./critical-without-sla.ts";
import dailyDutyMissing from "./daily-duty-missing.ts";
import databaseRecoverySlow from "./database-recovery-slow.ts";
import decisionNobodyMayMake from "./decision-nobody-may-make.ts";
import delegationExpired from "./delegation-expired.ts";
import delegationInACircle from "./delegation-in-a-circle.ts";
import delegationLentOn from "./delegation-lent-on.ts";
import delegationNotAllowed from "./delegation-not-allowed.ts";
import delegationWithoutRight from "./delegation-without-right.ts";
import deliveryStageMissing from "./delivery-stage-missing.ts";
import disputeDeciderMissing from "./dispute-decider-missing.ts";
import doubledLetter from "./doubled-letter.ts";
import dutyHoursUnstated from "./duty-hours-unstated.ts";
import dutyHoursWithoutZone from "./duty-hours-without-zone.ts";
import edrUnmonitored from "./edr-unmonitored.ts";
import emergencyWithoutConditions from "./emergency-without-conditions.ts";
import emergencyWithoutDeadline from "./emergency-without-deadline.ts";
import engineerAcceptsRisk from "./engineer-accepts-risk.ts";
import equipmentWorkMerged from "./equipment-work-merged.ts";
import escalatesToPerformer from "./escalates-to-performer.ts";
import eventWithoutDecisions from "./event-without-decisions.ts";
import eventWithoutPath from "./event-without-path.ts";
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
import informListWithoutLimit from "./inform-list-without-limit.ts";
import informalAdministration from "./informal-administration.ts";
import informedOfEverything from "./informed-of-everything.ts";
import infosecLate from "./infosec-late.ts";
import infosecOnlyInformed from "./infosec-only-informed.ts";
import integratorSetsPolicy from "./integrator-sets-policy.ts";
import keyCustodyMissing from "./key-custody-missing.ts";
import lastResortOfOneSide from "./last-resort-of-one-side.ts";
import legacyCredentials from "./legacy-credentials.ts";
import legalNoticeByProvider from "./legal-notice-by-provider.ts";
import logRetentionUnowned from "./log-retention-unowned.ts";
import logReviewWithoutEvidence from "./log-review-without-evidence.ts";
import longTitles from "./long-titles.ts";
import manyPerformers from "./many-performers.ts";
import monitoredThoughLeftOut from "./monitored-though-left-out.ts";
import needlessLetter from "./needless-letter.ts";
import noAccountable from "./no-accountable.ts";
import noEscalationPath from "./no-escalation-path.ts";
import noLetters from "./no-letters.ts";
import noOutOfBandChannel from "./no-out-of-band-channel.ts";
import noPerformer from "./no-performer.ts";
import noScope from "./no-scope.ts";
import notAdapted from "./not-adapted.ts";
import onePersonOnBothSides from "./one-person-on-both-sides.ts";
import onlyOneRole from "./only-one-role.ts";
import openEndedWording from "./open-ended-wording.ts";
import ownBackup from "./own-backup.ts";
import ownSubstitute from "./own-substitute.ts";
import partnerAcceptsItself from "./partner-accepts-itself.ts";
import patchCheckMissing from "./patch-check-missing.ts";
import patchingByNobody from "./patching-by-nobody.ts";
import patchingClaimedByBoth from "./patching-claimed-by-both.ts";
import pathInACircle from "./path-in-a-circle.ts";
import pathOfOneHuman from "./path-of-one-human.ts";
import pathSlowerThanSeverity from "./path-slower-than-severity.ts";
import pathStepsOutOfOrder from "./path-steps-out-of-order.ts";
import pathWithoutLastResort from "./path-without-last-resort.ts";
import performerUndecided from "./performer-undecided.ts";
import performsAndAnswersEverywhere from "./performs-and-answers-everywhere.ts";
import performsAsNeeded from "./performs-as-needed.ts";
import personOfUnknownParty from "./person-of-unknown-party.ts";
import placeholderLeft from "./placeholder-left.ts";
import placeholderName from "./placeholder-name.ts";
import policyApprovedByProvider from "./policy-approved-by-provider.ts";
import preAuthorisationHoursUnknown from "./pre-authorisation-hours-unknown.ts";
import preAuthorisationRatifiedByItself from "./pre-authorisation-ratified-by-itself.ts";
import preAuthorisationUnbounded from "./pre-authorisation-unbounded.ts";
import preAuthorisationWithoutDuties from "./pre-authorisation-without-duties.ts";
import preAuthorisationWithoutHolder from "./pre-authorisation-without-holder.ts";
import productionPatchWithoutWindow from "./production-patch-without-window.ts";
import providerCalledButPowerless from "./provider-called-but-powerless.ts";
import providerCannotAct from "./provider-cannot-act.ts";
import providerDecidesAlone from "./provider-decides-alone.ts";
import providerDecidesEverything from "./provider-decides-everything.ts";
import providerNoticeTooLate from "./provider-notice-too-late.ts";
import quorumOfOneHuman from "./quorum-of-one-human.ts";
import quorumOutOfReach from "./quorum-out-of-reach.ts";
import quorumWithoutNumber from "./quorum-without-number.ts";
import refusalLocksEverybodyOut from "./refusal-locks-everybody-out.ts";
import regulatedDataWithoutClient from "./regulated-data-without-client.ts";
import regulatedDataWithoutOperator from "./regulated-data-without-operator.ts";
import regulatoryClockForEveryEvent from "./regulatory-clock-for-every-event.ts";
import regulatoryClockOfProvider from "./regulatory-clock-of-provider.ts";
import regulatoryClockWithoutDeterminer from "./regulatory-clock-without-determiner.ts";
import regulatoryClockWithoutSubmitter from "./regulatory-clock-without-submitter.ts";
import requestChannelMissing from "./request-channel-missing.ts";
import responsePlanUpkeepMissing from "./response-plan-upkeep-missing.ts";
import restoreReportUnsigned from "./restore-report-unsigned.ts";
import restoreTestMissing from "./restore-test-missing.ts";
import restoreTestTooRare from "./restore-test-too-rare.ts";
import rightExpired from "./right-expired.ts";
import rightOfNobody from "./right-of-nobody.ts";
import riskAcceptedByProvider from "./risk-accepted-by-provider.ts";
import riskRightOfProvider from "./risk-right-of-provider.ts";
import riskyChangeAsStandard from "./risky-change-as-standard.ts";
import riskyPatchWithoutClient from "./risky-patch-without-client.ts";
import roleIsAnInbox from "./role-is-an-inbox.ts";
import roleNamesSeveral from "./role-names-several.ts";
import roleOfUnknownParty from "./role-of-unknown-party.ts";
import roleWithoutHolder from "./role-without-holder.ts";
import rotationOfOne from "./rotation-of-one.ts";
import rotationOfStrangers from "./rotation-of-strangers.ts";
import rotationWithoutTime from "./rotation-without-time.ts";
import routineUpdateTooHeavy from "./routine-update-too-heavy.ts";
import rowWithoutControl from "./row-without-control.ts";
import scopeUncovered from "./scope-uncovered.ts";
import scopeWithoutOwner from "./scope-without-owner.ts";
import securityDutyMissing from "./security-duty-missing.ts";
import serviceStartOpen from "./service-start-open.ts";
import severalActivitiesInOneTitle from "./several-activities-in-one-title.ts";
import severePathWithoutClient from "./severe-path-without-client.ts";
import severitiesOfOneRank from "./severities-of-one-rank.ts";
import severityWithoutCriteria from "./severity-without-criteria.ts";
import severityWithoutPath from "./severity-without-path.ts";
import severityWithoutTargets from "./severity-without-targets.ts";
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
import stepChannelNobodyHas from "./step-channel-nobody-has.ts";
import stepOfUnheldRoles from "./step-of-unheld-roles.ts";
import stepWithoutRoles from "./step-without-roles.ts";
import stillToBeDecided from "./still-to-be-decided.ts";
import substituteAbsentToo from "./substitute-absent-too.ts";
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
import unknownTimeZone from "./unknown-time-zone.ts";
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
  absenceTakesAllDeciders,
  absenceUncovered,
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
  approverIsThePerformer,
  artifactOwnerMissing,
  attestationByProvider,
  authorityNamesUnknown,
  backupIsTheSameHuman,
  backupRarerThanRpo,
  billableWorkUnlisted,
  cadenceMissing,
  calendarWithoutHours,
  calledWithoutContact,
  certificateRenewalMissing,
  clausePlaceholderUnfilled,
  clausePlaceholderUnknown,
  clockWaitsForItself,
  coManagedDutyMissing,
  coManagedFailoverMissing,
  communicationPathMissing,
  contactCheckTooOld,
  contactCheckWithoutAge,
  contactUnverified,
  containmentUndecided,
  coordinatorMissing,
  criticalCallByEmailOnly,
  criticalNotMonitored,
  criticalStepByEmail,
  criticalWithoutBackup,
  criticalWithoutEscalation,
  criticalWithoutEvidence,
  criticalWithoutResult,
  criticalWithoutSla,
  dailyDutyMissing,
  databaseRecoverySlow,
  decisionNobodyMayMake,
  delegationExpired,
  delegationInACircle,
  delegationLentOn,
  delegationNotAllowed,
  delegationWithoutRight,
  deliveryStageMissing,
  disputeDeciderMissing,
  doubledLetter,
  dutyHoursUnstated,
  dutyHoursWithoutZone,
  edrUnmonitored,
  emergencyWithoutConditions,
  emergencyWithoutDeadline,
  engineerAcceptsRisk,
  equipmentWorkMerged,
  escalatesToPerformer,
  eventWithoutDecisions,
  eventWithoutPath,
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
  informListWithoutLimit,
  informalAdministration,
  informedOfEverything,
  infosecLate,
  infosecOnlyInformed,
  integratorSetsPolicy,
  keyCustodyMissing,
  lastResortOfOneSide,
  legacyCredentials,
  legalNoticeByProvider,
  logRetentionUnowned,
  logReviewWithoutEvidence,
  longTitles,
  manyPerformers,
  monitoredThoughLeftOut,
  needlessLetter,
  noAccountable,
  noEscalationPath,
  noLetters,
  noOutOfBandChannel,
  noPerformer,
  noScope,
  notAdapted,
  onePersonOnBothSides,
  onlyOneRole,
  openEndedWording,
  ownBackup,
  ownSubstitute,
  partnerAcceptsItself,
  patchCheckMissing,
  patchingByNobody,
  patchingClaimedByBoth,
  pathInACircle,
  pathOfOneHuman,
  pathSlowerThanSeverity,
  pathStepsOutOfOrder,
  pathWithoutLastResort,
  performerUndecided,
  performsAndAnswersEverywhere,
  performsAsNeeded,
  personOfUnknownParty,
  placeholderLeft,
  placeholderName,
  policyApprovedByProvider,
  preAuthorisationHoursUnknown,
  preAuthorisationRatifiedByItself,
  preAuthorisationUnbounded,
  preAuthorisationWithoutDuties,
  preAuthorisationWithoutHolder,
  productionPatchWithoutWindow,
  providerCalledButPowerless,
  providerCannotAct,
  providerDecidesAlone,
  providerDecidesEverything,
  providerNoticeTooLate,
  quorumOfOneHuman,
  quorumOutOfReach,
  quorumWithoutNumber,
  refusalLocksEverybodyOut,
  regulatedDataWithoutClient,
  regulatedDataWithoutOperator,
  regulatoryClockForEveryEvent,
  regulatoryClockOfProvider,
  regulatoryClockWithoutDeterminer,
  regulatoryClockWithoutSubmitter,
  requestChannelMissing,
  responsePlanUpkeepMissing,
  restoreReportUnsigned,
  restoreTestMissing,
  restoreTestTooRare,
  rightExpired,
  rightOfNobody,
  riskAcceptedByProvider,
  riskRightOfProvider,
  riskyChangeAsStandard,
  riskyPatchWithoutClient,
  roleIsAnInbox,
  roleNamesSeveral,
  roleOfUnknownParty,
  roleWithoutHolder,
  rotationOfOne,
  rotationOfStrangers,
  rotationWithoutTime,
  routineUpdateTooHeavy,
  rowWithoutControl,
  scopeUncovered,
  scopeWithoutOwner,
  securityDutyMissing,
  serviceStartOpen,
  severalActivitiesInOneTitle,
  severePathWithoutClient,
  severitiesOfOneRank,
  severityWithoutCriteria,
  severityWithoutPath,
  severityWithoutTargets,
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
  stepChannelNobodyHas,
  stepOfUnheldRoles,
  stepWithoutRoles,
  stillToBeDecided,
  substituteAbsentToo,
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
  unknownTimeZone,
  unusedPerson,
  unusedRole,
  usuallySomebodyElse,
  vagueAudience,
  vagueRole,
  waiverByNobody,
  waiverExpired,
  warrantyWithBillable,
];
