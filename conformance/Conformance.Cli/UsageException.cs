namespace Conformance.Cli;

/// <summary>The command can't be carried out as it was given; the message says what to do.</summary>
public sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
