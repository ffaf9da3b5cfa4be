using Xunit;

namespace Conformance.XUnit.Rows;

/// <summary>Says a result in xunit's words.</summary>
internal static class Telling
{
    /// <summary>Returns for what passes, throws for all else.</summary>
    /// <exception cref="RequirementNotMetException">It fails.</exception>
    /// <exception cref="RequirementErroredException">Something else than the target failed.</exception>
    public static void Tell(RowResult result, ITestContext context)
    {
        switch (result)
        {
            case RowResult.Passes passes:
                if (passes.Output is { } output)
                    context.TestOutputHelper?.WriteLine(output);
                return;
            case RowResult.Warns warns:
                context.AddWarning(warns.Warning);
                return;
            case RowResult.Skips skips:
                Assert.Skip(skips.Reason);
                return;
            case RowResult.Fails fails:
                throw new RequirementNotMetException(fails.Message);
            case RowResult.Errs errs:
                throw new RequirementErroredException(errs.Message);
            default:
                throw new InvalidOperationException($"expected one of the five results, got {result}");
        }
    }
}
