using System.Runtime.CompilerServices;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>How a behaviour of the register is tested that takes several steps.</summary>
/// <param name="Behaviour">The behaviour's id in the register, or the name of the scenario that its entry gives.</param>
/// <param name="Test">Sends what it takes and says what came of it.</param>
/// <param name="File">Source file of the scenario; the compiler fills it in.</param>
/// <param name="Line">Line in that file; the compiler fills it in.</param>
public sealed record Scenario(
    string Behaviour,
    Func<TestSession, Task<Finding>> Test,
    [CallerFilePath] string File = "",
    [CallerLineNumber] int Line = 0
)
{
    /// <summary>The operation that it belongs to; null for one of the engine, which tests any operation that has what it takes.</summary>
    public string? Operation { get; init; }

    /// <summary>
    /// What an operation lacks for it, in words that follow "expected"; null where it has all: <c>a member of the request
    /// whose x-role is idempotencyToken</c>.
    /// </summary>
    public Func<Api, Operation, string?> Lacks { get; init; } = (_, _) => null;

    /// <summary>Names of the fixtures that it can't do without, beside those of the operation's required members.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>
    /// What every response that accepts a valid request has to be like, where the behaviour is about that: then the responses
    /// to the requests of all other requirements are looked at as well.
    /// </summary>
    public Func<Operation, ResponseCheck>? Responses { get; init; }

    /// <summary>
    /// Why it can't take a value as one more of those that it tries, or null where it can; set for a behaviour that chance
    /// makes values for.
    /// </summary>
    public Func<Api, JsonValue, string?>? TakesValue { get; init; }

    /// <summary>How far its valid requests are drawn across sizes, texts, framings and the other dimensions.</summary>
    public Across Across { get; init; } = Across.All;

    /// <summary>Whether nothing else may run beside it: it says what is sent at once, or in turn on one connection.</summary>
    public bool RunsAlone { get; init; }

    /// <summary>Whether it looks at what all others left behind: it has its turn when they are through.</summary>
    public bool RunsLast { get; init; }

    /// <summary>
    /// What it sends while the others are tested, for one that runs last: what comes of it late is there when it has its turn,
    /// and nobody waits for it. Null where it sends nothing before.
    /// </summary>
    public Func<TestSession, Task>? Begins { get; init; }
}
