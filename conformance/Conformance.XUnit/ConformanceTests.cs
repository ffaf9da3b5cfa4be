using System.Diagnostics.CodeAnalysis;
using Conformance.XUnit.Discovery;
using Conformance.XUnit.Rows;
using Xunit;

namespace Conformance.XUnit;

/// <summary>
/// Every requirement of the documented APIs as a row of a theory, and one test more that fails when the run could not say
/// whether the target conforms. One line puts them into a test project:
/// <code>public sealed class MyServiceConforms : ConformanceTests&lt;MyTarget&gt;;</code>
/// The suite runs once for the class, at its own parallelism; the rows only tell its verdicts. A row is named by its
/// requirement's id and has the traits <c>level</c>, <c>api</c>, <c>operation</c> and <c>group</c>.
/// </summary>
/// <typeparam name="TTarget">The implementation that is judged.</typeparam>
public abstract class ConformanceTests<TTarget> : IClassFixture<ConformanceRun<TTarget>>
    where TTarget : ConformanceTarget, new()
{
    /// <summary>The rows; read when tests are listed, without any contact with the target.</summary>
    [SuppressMessage(
        "Design",
        "CA1000:Do not declare static members on generic types",
        Justification = "xunit reads the rows of a theory from a static member; nobody else calls it."
    )]
    public static IEnumerable<TheoryDataRow<string>> Requirements => RequirementRows.Of(new TTarget());

    /// <summary>The target does what the requirement asks for.</summary>
    /// <param name="id">Id of the requirement.</param>
    [RequirementTheory]
    [MemberData(nameof(Requirements))]
    public async Task Holds(string id)
    {
        var run = await Run().ConfigureAwait(true);
        Telling.Tell(RowVerdict.Of(run.Report, id, run.IsInProcess), TestContext.Current);
    }

    /// <summary>
    /// Enough was tested to say whether the target conforms: no row that was skipped or missing leaves that open, and the
    /// report was written where one was asked for. It counts as a <c>must</c>, so that a filter for these includes it.
    /// </summary>
    [Fact(DisplayName = "the run decides")]
    [Trait(RequirementRows.LevelTrait, RequirementRows.Must)]
    public async Task TheRunDecides()
    {
        var run = await Run().ConfigureAwait(true);
        Telling.Tell(RunVerdict.Of(run.Report, run.Unwritten), TestContext.Current);
    }

    private static async ValueTask<ConformanceRun<TTarget>> Run() =>
        await TestContext.Current.GetFixture<ConformanceRun<TTarget>>().ConfigureAwait(true)
        ?? throw new InvalidOperationException(
            $"expected the class fixture ConformanceRun<{typeof(TTarget).Name}>, got none; "
                + "let xunit run this test instead of calling it"
        );
}
