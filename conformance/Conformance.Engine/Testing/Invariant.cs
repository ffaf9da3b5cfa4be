using System.Runtime.CompilerServices;

namespace Conformance.Engine.Testing;

/// <summary>A behaviour that every exchange of an operation has to show.</summary>
/// <param name="Behaviour">The behaviour's id in the register: <c>robustness/no-server-error</c>.</param>
/// <param name="Expected">What each response has to be like, in words.</param>
/// <param name="IsBroken">Whether this response to this request breaks it.</param>
/// <param name="File">Source file of the invariant; the compiler fills it in.</param>
/// <param name="Line">Line in that file; the compiler fills it in.</param>
public sealed record Invariant(
    string Behaviour,
    string Expected,
    Func<Observed, bool> IsBroken,
    [CallerFilePath] string File = "",
    [CallerLineNumber] int Line = 0
)
{
    /// <summary>Whether it holds for the API alone, not the web server in front that rejects malformed requests itself.</summary>
    public bool BindsTheApiAlone { get; init; }

    /// <summary>Whether requests that the configuration means to fail are left out.</summary>
    public bool SparesMeantFailures { get; init; }
}
