namespace Conformance.XUnit.Tests.Targets;

// What a user writes for each target; internal, so that only XunitRun runs them.

internal sealed class AcceptsTooLongNameConforms : ConformanceTests<AcceptsTooLongName>;

internal sealed class AcceptsTooLongNameConformsStrictly : ConformanceTests<AcceptsTooLongNameStrictly>;

internal sealed class RejectsEverythingConforms : ConformanceTests<RejectsEverything>;

internal sealed class LacksTheOperationConforms : ConformanceTests<LacksTheOperation>;

internal sealed class TurnsTheDirectionRoundConforms : ConformanceTests<TurnsTheDirectionRound>;

internal sealed class DoesNotStartConforms : ConformanceTests<DoesNotStart>;

internal sealed class NamesNothingConforms : ConformanceTests<NamesNothing>;
