namespace Conformance.Reference.NovaAct;

/// <summary>What is asked for, and the client's token for asking it.</summary>
public readonly record struct Tokened<T>(T Parameters, string? ClientToken);

/// <summary>How a client's token makes a request idempotent (D0:39).</summary>
public sealed record Idempotency
{
    /// <summary>The token that a request counts as having; null for none, and then every request is a new one.</summary>
    public Func<string?, string?> TokenOf { get; init; } = token => token;

    /// <summary>Which tokens are the same one: only those that agree in every character and its case.</summary>
    public IEqualityComparer<string> Comparer { get; init; } = StringComparer.Ordinal;

    /// <summary>
    /// Whether a second request with the same token asks for the same as the first. Compared are the parameters as
    /// read: order, white space and unknown members of the JSON do not matter, null is the same as absent.
    /// </summary>
    public Func<object, object, bool> IsSameRequest { get; init; } = Equals;
}

/// <summary>What is remembered about a token.</summary>
internal enum Recall
{
    Nothing,
    SameRequest,
    OtherRequest,
}

/// <summary>The tokens of the requests that were carried out, each with the first response's resource (interpretation R16).</summary>
internal sealed class TokenMemory<TParameters, TResource>(Idempotency rules)
    where TParameters : notnull
    where TResource : class
{
    private readonly Dictionary<string, (TParameters Parameters, TResource Resource)> spent = new(rules.Comparer);

    /// <summary>Whether the token is spent, and on what.</summary>
    public (Recall Recall, TResource? Resource) Recollect(Tokened<TParameters> asked)
    {
        if (rules.TokenOf(asked.ClientToken) is not { } token || !spent.TryGetValue(token, out var first))
            return (Recall.Nothing, null);
        var isSame = rules.IsSameRequest(first.Parameters, asked.Parameters);
        return (isSame ? Recall.SameRequest : Recall.OtherRequest, first.Resource);
    }

    public void Remember(Tokened<TParameters> asked, TResource resource)
    {
        if (rules.TokenOf(asked.ClientToken) is { } token)
            spent[token] = (asked.Parameters, resource);
    }

    public void Forget(Tokened<TParameters> asked)
    {
        if (rules.TokenOf(asked.ClientToken) is { } token)
            spent.Remove(token);
    }
}
