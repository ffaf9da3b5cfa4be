namespace Conformance.Contracts.Native;

/// <summary>The beginning of a contract, in PactNet's words.</summary>
public static class Pact
{
    /// <summary>A contract in version 4 of Pact's specification.</summary>
    /// <param name="consumer">Who asks.</param>
    /// <param name="provider">Who responds.</param>
    /// <exception cref="PactException">The native library is missing; ask <see cref="PactLibrary.Find"/> first.</exception>
    public static PactBuilder V4(string consumer, string provider)
    {
        if (PactLibrary.Find() is PactLibrary.Missing(var reason))
            throw new PactException(reason);
        return new PactBuilder(consumer, provider);
    }
}

/// <summary>Pact's core did not do what it was asked, or a consumer did not keep to its contract.</summary>
public sealed class PactException : Exception
{
    public PactException() { }

    public PactException(string message)
        : base(message) { }

    public PactException(string message, Exception? inner)
        : base(message, inner) { }
}
