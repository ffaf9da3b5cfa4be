namespace Conformance.Engine.Webhooks;

/// <summary>What a signature is worth.</summary>
public enum SignatureState
{
    /// <summary>It is there and well formed, or proved where a key was given.</summary>
    Good,

    /// <summary>The sender did it wrong.</summary>
    Wrong,

    /// <summary>It can't be told: clocks, or something on the way, may have made it so.</summary>
    Unclear,
}

/// <summary>What was found out about the signature of a delivery.</summary>
/// <param name="State">What it is worth.</param>
/// <param name="Says">What is wrong or unclear, in words; empty where it is good.</param>
internal readonly record struct SignatureCheck(SignatureState State, string Says)
{
    public static readonly SignatureCheck Good = new(SignatureState.Good, "");

    public static SignatureCheck Wrong(string says) => new(SignatureState.Wrong, says);

    public static SignatureCheck Unclear(string says) => new(SignatureState.Unclear, says);
}
