/// What reports say, in any language: a sentence, a clause of one, or a label.
///
/// Each language has a wording for each, in a table named as the group is here.
enum Phrase: String, Hashable, Sendable, CaseIterable {
  // How words are put together.
  case listComma, listSemicolon, listGroups, listEnd, sentenceGap, labelled, attainedOf, noted

  // The verdict: what each side did, in a few sentences.
  case verdict, marketingDelivered, marketingSoFar, marketingSoFarUnrecorded, marketingBegins,
    marketingOwedNothing, judgedOnTarget, judgedOnTargetAsAWhole, judgedUnder, judgedOver, streamWithShare,
    streamUnder, streamOver, streamUnderBreach, streamOverBreach, revenueUnknown, revenueWhole,
    revenueWholeSoFar, revenuePart, revenuePartSoFar, teamUnknown, teamKept, teamKeptWithSilent, teamMissed,
    teamMissedWithSilent, missedCommitment, metricsDue

  // Who is party to a contract, and where attainment lies.
  case marketing, sales, service, finance, operations, leadership, bandUnder, bandOnTarget, bandOver

  // Commitments, follow-up by rep, capacity.
  case commitments, commitment, owedBy, agreed, found, metAgainstDue, firstContactWithin, hours,
    businessHours, minutes, businessMinutes, touchesWithin, agreedAtLeast, agreedAtMost, nothingOnRecord,
    kept, missed, values, meanOf, meanOfValues, leadsKept, leadsThatWereDue, sumOfMet, sumOfDue, metByDue,
    theContract, theLeadsOnRecord, leadsDelivered, entryRecorded, followUpByRep, leadsDeliveredByRep, rep,
    contactedInTime, medianHours, medianMinutes, medianBusinessHours, medianBusinessMinutes,
    nineOfTenWithin, touchesByRep, touchesInDays, theTeam, noRep, neverContacted, contactUnmeasured,
    noTouches, nobodyOverloaded, overloaded, overloadedAndMore, overload, onlyDueLeads,
    leadsDeliveredInMonth, leadsThatCount, leadsInput, middleHours, middleMinutes, middleBusinessHours,
    middleBusinessMinutes, ninetiethHours, ninetiethMinutes, ninetiethBusinessHours,
    ninetiethBusinessMinutes, capacity, capacityCaption, month, reps, canServe, owed, delivered,
    repsMissing, repsAgreed, repsTimesLeads, sumOverLeadTypes

  // Value and leads delivered against owed, and how figures of them come about.
  case valueSection, leadsByMonth, byMonth, byStream, byLeadType, leadsAgainstOwed, stream, leadType, leads,
    valueDeliveredHeading, grossProfit, allStreams, toCome, running, runningStreak, streak, streakBreach,
    streakUnder, streakUnderBreach, streakOver, streakOverBreach, monthOfWeeks, valueDelivered, valueOwed,
    grossMargin, deliveredTimesMargin, sumOverStreams, sumOverMonths, leadsOfMonth, leadsByLeads,
    countTimesValue, quotaTimesShare, deliveredByOwed, bandRule, bandComputation, nothingOwed,
    contractTolerance, tolerance, countsOnRecord, countsApportioned, countOfThemApportioned,
    leadsDueFormula, leadsDueComputation, quotaOf, quotaStandsIn, quotaSource, newBusiness,
    newBusinessSource, shareOf, valueDueIn, valueDueSource, lag, lagMonths, lagSource, versionSource,
    entryLogged, entryImported, entryCorrected, entryFromLeads, entryDisputed, entryOverTwoMonths, pace,
    deliveredSoFar, dueBy, atThisRate, neededOnTheDayLeft, neededOnEachDay, valueOfLeads, value,
    leadsNeeded, aDay, leadsNeededFormula, dueByMonths, dueByDays, valueDeliveredIn, ofBusinessDays,
    deliveredByDue, projectionFormula, projectionByDue, neededFormula

  // Banners, sign-off, corrections, reviews, what is owed next, and how a report was made.
  case madeOn, madeOnAsKnown, versionDigest, journalHead, monthTitle, quarterTitle, contract, period, days,
    toleranceHeading, personOfTeam, declinedBecause, notSignedYet, declinedBanner, declinedAndNotSigned,
    supersededBanner, signOff, signed, declinedWord, missingWord, whoSigned, version, digest, name, team,
    role, word, onDay, withKey, typedWord, records, leadsOnRecord, leadsOnRecordApportioned, unagreedLeads,
    noCorrections,
    corrections, entryOf, noRevision, revised, revisionProposed, metricsKept, reviewDue, reviewUpcoming,
    reviews, owedNextNone, owedNext, notCovered, assumed, valueOwedHeading, leadsOwedByMonth, assumedQuota,
    versionProposed, versionProposedWithNote, declinedOn, standingSentence, inForce, inForceFrom, awaiting,
    declinedStanding, superseded

  // What is to be known of the leads themselves.
  case unassignedListed, unassignedNothing, valueSaid, valueUnsaid, otherValues, unqualified, rejected,
    rejectedContested, outsideWins, outsideWinsWorth, andMore, unpriced, setAside, undelivered,
    undeliveredWon,
    outsideTermOn, outsideTerm, strayTouches

  // Outcomes against quota, and whose shortfall it was.
  case outcomes, leadsBeforeTerm, restingOn, sameMonth, monthsEarlier, noRevenue, partlyNoRevenue,
    moreThanLeads, cohortOf, typeOfStream, quotaCaption, quota, existingCustomers, newBusinessHeading,
    restsOnLeads, grossProfitSoFar, revenueTimesMargin, sumOfQuotas, quotaTimesRetention, quotaLessRetained,
    dueALagEarlierHere, cohortCaption, deliveredIn, sqls, opps, won, revenue, quotaMonth, recordedBy,
    countedFromLeads, newestTotal, newestTotals, revenueByDue, revenueInput, valueDue, dueALagEarlier,
    shortfall, leftOut, leftOutNotEnded, leftOutNotOnRecord, leftOutInconsistent, marketingAnswers,
    bothAnswer, salesAnswers, amountMissing, amountMore, amountNone, together, shortfallCaption, missing,
    split, factorAmount, countLeads, countSqls, countOpportunities, countWon, nothingMissing,
    nothingMissingYet, moreCame, moreCameYet, ofTheMissing, isMissing, factorIs, factorCost, factorMadeUp,
    allOfIt, moreThanAllOfIt, mostOfIt, volume, mqlToSql, sqlToOpportunity, mqlToOpportunity, winRate,
    sqlToWon, mqlToWon, averageOrderValue, averageOrderValueHeading, sqlToOpp, mqlToOpp, shortfallFormula,
    partOfGap, gapFormula,
    nothingCameThrough

  // Funnel rates agreed and observed.
  case funnelAgreedObserved, agreedAgainstObserved, ratesTitle, leadsDeliveredIn, knownOn,
    byMonthOfDelivery, nothingCame, outsideInterval, outsideIntervalPropose, alreadyRevised, rateOf,
    withinInterval, tooFewCounts, moreCameOut, stillMaturing, recordsCutOff, someLeadTypes, monthsOfType,
    typeInStream, observedOver, agreedChanged, ratesCaption, rate, observed, interval, owedByInterval,
    asAgreed, byTheInterval, cohortTableCaption, age, mature, maturingUntil, cutOff, keep, revise, tooFew,
    inconsistent, revisedWord, cohortCounts, agreedForNewestCounted, sumOldEnough, kOverN, wilson, planOf,
    planAtEnd, countedByDelivery, closing, wonWithinCaption, wonInDays, quartileCaption, aQuarterBy, halfBy,
    threeQuartersBy, closingShares, wonBeforeDelivery, wonUndated, daysToClose, ofWonLeads, agreedForNewest

  // The stand-up, and what is not kept.
  case standupTitle, madeFrom, madeFromWithHead, day, businessDay, outsideAgreement, onRecord, leadsUpTo,
    noLeadsOfMonth, nextReview, reviewAfter, whatIsNotKept, breaches, noBreach, barLegend, deliveredOfDue,
    weeks, valueDeliveredOf, paceHeading, ofWhatWasDue, overdueLeads, none, theLongest, worstLead, moreReps,
    overdueFormula, lateDays, justNow, firstContact, touchesInDone, breachUnder, breachOver,
    nearlyBreachUnder,
    nearlyBreachOver, commitmentBreach, commitmentBreachSoFar, atLeast, atMost, overdueBreach, unassignedRep,
    daysSinceQuarter,
    reviewedOnceOver, reviewBreach, missingSigners, missingOfSigners, signedByAll, notSignedBreach,
    declinedBreach, capacityBreach, checkCaption, kind, owner, what, checkTitle, contracts

  // A period beside another one, and several contracts in one report.
  case comparedWith, periodOfContract, change, attainment, revenueDue, revenueAttained, more, fewer, less,
    asMany, asMuch, theSame, points, pointsMore, pointsFewer, percentagePoint, percentagePoints,
    notComparable, nothingOwedInOne, attainmentSame, attainmentMore, attainmentFewer, stillRuns, coversOnly,
    byVersions, byContracts, twoCurrencies, notAgreedIn, nowLessThen, nowLessThenPoints, formulaUpTo, now,
    then, sideBySide, revenueAndKeeping, commitmentsKept, keptOf, versionStanding, contractsTitle,
    severalCurrencies, ownPeriods, leftOutContracts, howTheyStand, thisRate, overdue, uncovered, oneOnItsOwn

  // The report on a week.
  case weekTitle, leadsAndValue, owedByDay, entries, weekVerdict, weekVerdictNothingOwed, weekRuns,
    daysOfMonth, deliveredInWeek, entryOfNoType, nothingInWeek

  // What a page says of its own accord, and its charts.
  case skipToContent, onThisPage, atAGlance, ofWhat, everyNumber, everyNumberLead, figures, takenFrom,
    entryCount, moreEntries, changedTo, changedNew, changedGone, otherPromises, reviewOfMetrics,
    gaugeDelivered, gaugeSoFar, gaugeRevenue, sealTitle, signedOn, notSigned, courseCaption, courseSummary,
    courseToCome, courseTable, byDay, valueDueHeading, attained, drawnDelivered, drawnDue, courseValue,
    courseAttainment, courseDue, attainmentCaption, valueOfALead, commitmentChart, firstContactBar,
    touchesBar, drawnKept, drawnAgreed, barAgreed, barInterval, shortfallChart, shortfallSummary,
    partAmount, drawnCost, drawnMadeUp, capacityChart, capacityBar, drawnLeads, drawnCapacity, ratesChart,
    drawnObserved, versionChanges, countsAsk, revenueCaption

  // Where a figure comes from.
  case report, formula, withNumbers, laidDownIn, whatGoesIn, input, inputValue, from, entriesOnRecord,
    furtherEntries,
    leadDelivered, leadOfRep, touchesByThen, notContacted, contactedLate

  // Figures of the plan, so far as they are explained.
  case planTitle, sumOfShares, typeForQuotaOf, owedTimesMargin, leadValueFormula, timeToClose,
    daysOfClosing, measured, metricSource, metricSourceSince
}
