namespace Conformance.Engine.Webhooks;

/// <summary>What arrived at a callback in the place of a webhook.</summary>
public enum Misfit
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A request in a safe method (RFC 9110, 9.2.1) that tells nothing: it may ask whether there is a receiver.</summary>
    Question,

    /// <summary>A webhook that names another run.</summary>
    OfAnotherRun,

    /// <summary>A request whose body broke off: its sender may try again.</summary>
    Incomplete,
}
