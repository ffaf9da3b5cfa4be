namespace Conformance.Schemas;

/// <summary>A file as the loader takes it.</summary>
/// <param name="Name">The name that messages use.</param>
/// <param name="Text">Its JSON text.</param>
public sealed record SchemaFile(string Name, string Text);
